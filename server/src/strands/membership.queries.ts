import { Arg, Args, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { Person } from '../people/person.ts';
import { viewerId, type Context } from '../people/viewer.ts';
import {
  connectionOf,
  encodeCursor,
  momentCursor,
  PageArgs,
  pageOf,
  pageSize,
  type Connection,
} from '../platform/connection.ts';
import { rows, sql } from '../platform/sql.ts';
import { groupsReadableBy, whyNotLead, type GroupRow } from './group.policy.ts';
import { Group } from './group.ts';
import { MembershipRole, MembershipState } from './membership.ts';

@ObjectType({ description: 'A person in a group.' })
export class GroupMember {
  @Field(() => Person, { description: 'Who.' }) person: Person;
  @Field(() => MembershipState, { description: 'Where they stand.' }) state: MembershipState;
  @Field(() => MembershipRole, { description: 'What they may do.' }) role: MembershipRole;
  @Field(() => Date, { description: 'Since when.' }) since: Date;
}

interface MemberRow {
  id: string;
  since: string;
  state: MembershipState;
  role: MembershipRole;
  person: object;
}

const MemberConnection = connectionOf(GroupMember, 'GroupMember');

@Resolver(() => Group)
export class MembershipQueries {
  @FieldResolver(() => MemberConnection, {
    description: 'Its members, leads first seen by when they came. None for those who may not read it.',
  })
  async members(
    @Root() row: GroupRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('state', () => MembershipState, {
      defaultValue: MembershipState.ACTIVE,
      description: 'Where they stand; only leads see others than active.',
    })
    state: MembershipState,
    @Ctx() context: Context,
  ): Promise<Connection<MemberRow>> {
    const size = pageSize(first);
    const me = viewerId(context);
    const from = momentCursor(after);
    const leads = context.viewer !== null && whyNotLead(context.viewer, row) === null;
    if (!me || (state !== MembershipState.ACTIVE && !leads))
      return pageOf<MemberRow>([], size, ({ id }) => id, false);
    const found = await rows<MemberRow>(
      context.em,
      sql`
      select k.id, k.since, k.state, k.role, json_build_object('id', p.id, 'handle', p.handle, 'displayName', p.display_name,
        'role', p.role, 'isVerified', p.verified_at is not null) as person
      from membership k join person p on p.id = k.person_id join "group" g on g.id = k.group_id
      where k.group_id = ${row.id} and k.state = ${state} and ${groupsReadableBy(me)}
        and ${from ? sql`(k.since, k.id) > (${from.at}::timestamptz, ${from.id}::uuid)` : sql`true`}
      order by k.since, k.id limit ${size + 1}`,
    );
    return pageOf(found, size, ({ since, id }) => encodeCursor(since, id), from !== null);
  }
}
