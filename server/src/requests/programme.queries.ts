import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { viewerId, type Context } from '../people/viewer.ts';
import { rows, sql } from '../platform/sql.ts';
import { programmeRows, whyNotDraft, type ProgrammeRow } from './programme.policy.ts';
import { Programme } from './programme.ts';

@ObjectType({ description: 'What the viewer may do with a programme.' })
export class ProgrammeAbilities {
  @Field(() => Boolean, { description: 'Draft a request in it.' }) postRequest: boolean;
}

@Resolver(() => Programme)
export class ProgrammeQueries {
  @Query(() => [Programme], { description: 'The programmes, by name.' })
  programmes(@Ctx() context: Context): Promise<ProgrammeRow[]> {
    return rows(context.em, sql`${programmeRows(viewerId(context))} order by p.name, p.id`);
  }

  @FieldResolver(() => ProgrammeAbilities, { description: 'What the viewer may do.' })
  viewerCan(@Root() row: ProgrammeRow): ProgrammeAbilities {
    return { postRequest: whyNotDraft(row) === null };
  }
}
