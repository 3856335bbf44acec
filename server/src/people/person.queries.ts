import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import {
  connectionOf,
  decodeCursor,
  encodeCursor,
  PageArgs,
  pageOf,
  pageSize,
  type Connection,
} from '../platform/connection.ts';
import { badInput } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { openPersonCalled } from './person.policy.ts';
import { Person } from './person.ts';
import { peopleSought, SoughtArgs } from './person.search.ts';
import { profileOf } from './profile.loaders.ts';
import { profileRows, type ProfileRow } from './profile.rows.ts';
import { Profile } from './profile.ts';
import type { Context } from './viewer.ts';

/** A person as rows of other answers carry them. */
export interface PersonRow {
  id: string;
  handle: string;
  displayName: string;
  role: Person['role'];
  isVerified: boolean;
}

@ArgsType()
class PeopleArgs extends SoughtArgs implements PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number = 20;

  @Field(() => String, { nullable: true, description: 'Go on after this cursor.' }) after?: string | null;
}

const PersonConnection = connectionOf(Person);

@Resolver(() => Person)
export class PersonQueries {
  @Query(() => Person, { nullable: true, description: 'Who is signed in; null for visitors.' })
  viewer(@Ctx() { viewer }: Context): PersonRow | null {
    return viewer;
  }

  @Query(() => Person, { description: 'One person. NOT_FOUND when the viewer may not know of them.' })
  person(
    @Arg('handle', () => String, { description: 'Their name in addresses.' }) handle: string,
    @Ctx() context: Context,
  ): Promise<ProfileRow> {
    return openPersonCalled(context, handle);
  }

  @Query(() => PersonConnection, {
    description: 'People by name. A search finds nobody by what the viewer may not see of them.',
  })
  async people(
    @Args(() => PeopleArgs) { first, after, suspended, ...sought }: PeopleArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ProfileRow>> {
    const { em, viewer } = context;
    const size = pageSize(first);
    const from = nameCursor(after);
    const fitting = peopleSought(context, { ...sought, suspended });
    const found = await rows<ProfileRow>(
      em,
      sql`${profileRows(viewer)}
      where ${fitting}
        and ${from ? sql`(p.display_name, p.id) > (${from.name}, ${from.id}::uuid)` : sql`true`}
      order by p.display_name, p.id limit ${size + 1}`,
    );
    return pageOf(found, size, ({ displayName, id }) => encodeCursor(displayName, id), from !== null);
  }

  @Query(() => Int, { description: 'How many people such a search finds.' })
  async peopleCount(@Args(() => SoughtArgs) sought: SoughtArgs, @Ctx() context: Context): Promise<number> {
    const row = await firstRow<{ count: number }>(
      context.em,
      sql`
      select count(*)::int as count from person p left join profile r on r.person_id = p.id
      where ${peopleSought(context, sought)}`,
    );
    return row?.count ?? 0;
  }

  @FieldResolver(() => Boolean, {
    description: 'Staff checked that they are the professional they say they are.',
  })
  isVerified(@Root() row: PersonRow): boolean {
    return row.isVerified;
  }

  @FieldResolver(() => Profile, { description: 'What they offer, as far as the viewer may see it.' })
  profile(@Root() row: PersonRow | ProfileRow, @Ctx() context: Context): ProfileRow | Promise<ProfileRow> {
    return 'headline' in row ? row : profileOf(context, row.id);
  }
}

function nameCursor(after: string | null | undefined): { name: string; id: string } | null {
  const values = decodeCursor(after, ['string', 'string']);
  if (!values) return null;
  const [name, id] = values;
  return isId(id) ? { name: String(name), id } : badInput('This cursor is not one of ours.');
}
