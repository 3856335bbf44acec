import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EntityManager } from '../platform/database.ts';
import { firstRow, sql } from '../platform/sql.ts';
import type { PersonRow } from './person.queries.ts';
import { Person } from './person.ts';
import { DEFAULT_PREFERENCES, Preferences, type PreferenceFacts } from './preferences.ts';
import type { Context } from './viewer.ts';

@Resolver(() => Person)
export class PreferencesQueries {
  @FieldResolver(() => Preferences, {
    nullable: true,
    description: 'How they want the hub. Told to them alone.',
  })
  async preferences(@Root() row: PersonRow, @Ctx() { em, viewer }: Context): Promise<PreferenceFacts | null> {
    return viewer?.id === row.id ? preferencesOf(em, row.id) : null;
  }
}

export async function preferencesOf(em: EntityManager, personId: string): Promise<PreferenceFacts> {
  const row = await firstRow<PreferenceFacts>(
    em,
    sql`
    select language, scheme, text_only as "textOnly", announcements, shortcuts, live
    from preferences where person_id = ${personId}`,
  );
  return row ?? DEFAULT_PREFERENCES;
}
