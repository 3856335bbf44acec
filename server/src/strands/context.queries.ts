import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Person } from '../people/person.ts';
import { viewerId, type Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { rows, sql } from '../platform/sql.ts';
import { groupsReadableBy, type GroupRow } from './group.policy.ts';
import { Group } from './group.ts';

@ObjectType({ description: 'What everybody should know before they read on in a group.' })
export class GroupContext {
  @Field(() => String, { description: 'Safe HTML; empty when nothing is pinned.' }) html: string;
  @Field(() => String, { description: 'As written, in Markdown.' }) text: string;
  @Field(() => Int, { description: 'Rises with every edit; send it back with the next.' }) version: number;
  @Field(() => Date, { nullable: true, description: 'When it was last edited.' }) editedAt: string | null;
  @Field(() => Person, { nullable: true, description: 'Who edited it last.' }) editedBy: object | null;
}

@ObjectType({ description: 'How many members of a group live in one country, as they let it be known.' })
export class MemberCountry {
  @Field(() => String, { description: 'The country, as an ISO 3166 code.' }) country: string;
  @Field(() => Int, { description: 'How many.' }) count: number;
}

export const person = sql`json_build_object('id', p.id, 'handle', p.handle, 'displayName', p.display_name,
  'role', p.role, 'isVerified', p.verified_at is not null)`;

const contextOf = batch<string, GroupContext | null>(async (em, ids, context) => {
  const me = viewerId(context as Context);
  const open = me ? groupsReadableBy(me) : sql`(g.privacy = 'OPEN')`;
  const found = await rows<GroupContext & { id: string }>(
    em,
    sql`
    select g.id, g.context_html as html, g.context as text, g.context_version as version, g.context_edited_at as "editedAt",
      case when p.id is not null then ${person} end as "editedBy"
    from "group" g left join person p on p.id = g.context_edited_by_id
    where g.id = any(${ids}::uuid[]) and ${open}`,
    'once',
  );
  return new Map(found.map((row) => [row.id, row]));
}, null);

const leadsOf = batch<string, Person[]>(async (em, ids) => {
  const found = await rows<{ groupId: string; person: Person }>(
    em,
    sql`
    select k.group_id as "groupId", ${person} as person
    from membership k join person p on p.id = k.person_id
    where k.group_id = any(${ids}::uuid[]) and k.state = 'ACTIVE' and k.role = 'LEAD' and p.suspended_at is null
    order by k.since, k.id`,
    'once',
  );
  const byGroup = Map.groupBy(found, ({ groupId }) => groupId);
  return new Map([...byGroup].map(([id, leads]) => [id, leads.map(({ person }) => person)]));
}, []);

@Resolver(() => Group)
export class ContextQueries {
  @FieldResolver(() => GroupContext, {
    nullable: true,
    description: 'What is pinned at its top; null for those who may not read it.',
  })
  context(@Root() row: GroupRow, @Ctx() context: Context): Promise<GroupContext | null> {
    return contextOf(context, row.id);
  }

  @FieldResolver(() => [Person], {
    description:
      'Who leads it, the earliest first. Visitors are shown none, and others those of what they read.',
  })
  async leads(@Root() row: GroupRow, @Ctx() context: Context): Promise<Person[]> {
    return context.viewer && mayReadMembers(row) ? leadsOf(context, row.id) : [];
  }

  @FieldResolver(() => [MemberCountry], {
    description:
      'Where its members live, most first, counting those who show it to members. None for who may not read it.',
  })
  async memberCountries(@Root() row: GroupRow, @Ctx() context: Context): Promise<MemberCountry[]> {
    if (!context.viewer || !mayReadMembers(row)) return [];
    return rows(
      context.em,
      sql`
      select r.country, count(*)::int as count from membership k join profile r on r.person_id = k.person_id
      where k.group_id = ${row.id} and k.state = 'ACTIVE' and r.country is not null
        and coalesce(r.visibility ->> 'COUNTRY', 'MEMBERS') in ('PUBLIC', 'MEMBERS')
      group by r.country order by count(*) desc, r.country`,
    );
  }
}

function mayReadMembers({ privacy, membershipState }: GroupRow): boolean {
  return privacy === 'OPEN' || privacy === 'RESTRICTED' || membershipState === 'ACTIVE';
}
