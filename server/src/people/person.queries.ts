import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
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
import { rows, sql } from '../platform/sql.ts';
import { openPersonCalled, peopleVisibleTo } from './person.policy.ts';
import { Person } from './person.ts';
import { peopleFitting, type PeopleSought } from './person.search.ts';
import { profileOf } from './profile.loaders.ts';
import { profileRows, type ProfileRow } from './profile.rows.ts';
import { Profile } from './profile.ts';
import { staffOnly, type Context } from './viewer.ts';

/** A person as rows of other answers carry them. */
export interface PersonRow {
  id: string;
  handle: string;
  displayName: string;
  role: Person['role'];
  isVerified: boolean;
}

const SEARCH_MAX = 100;

@ArgsType()
class PeopleArgs extends PageArgs implements PeopleSought {
  @Field(() => String, {
    nullable: true,
    description: 'Words that all stand in the name or in what the profile shows, up to 100 characters.',
  })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the profession.' }) profession?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Based in this country or with experience there, as ISO 3166 alpha-2.',
  })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Knows this language or a variety of it, as BCP 47.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'Offers this kind of work, by its code.' })
  contributionType?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'The suspended instead of the others. Staff only.',
  })
  suspended: boolean = false;
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
    if (suspended) staffOnly(context);
    if ((sought.search?.length ?? 0) > SEARCH_MAX) badInput(`Search for at most ${SEARCH_MAX} characters.`);

    const found = await rows<ProfileRow>(
      em,
      sql`${profileRows(viewer)}
      where ${peopleVisibleTo(viewer)} and p.suspended_at is ${suspended ? sql`not null` : sql`null`}
        and ${peopleFitting(viewer, sought)}
        and ${from ? sql`(p.display_name, p.id) > (${from.name}, ${from.id}::uuid)` : sql`true`}
      order by p.display_name, p.id limit ${size + 1}`,
    );
    return pageOf(found, size, ({ displayName, id }) => encodeCursor(displayName, id), from !== null);
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
