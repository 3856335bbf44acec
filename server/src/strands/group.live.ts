import { Field, ID, Int, ObjectType } from 'type-graphql';
import { FeedPerson } from '../people/person.live.ts';
import type { Audience, FeedSubjectKind } from '../platform/feed.ts';
import { rows, sql } from '../platform/sql.ts';
import { readableGroupStreams } from './group.policy.ts';
import { MembershipRole, MembershipState } from './membership.ts';

@ObjectType({ description: 'Where a person stands with a group.' })
export class FeedMembership {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => ID, { description: 'The group.' }) groupId: string;
  @Field(() => Int, { description: 'How many members the group now has.' }) memberCount: number;
  @Field(() => FeedPerson, { description: 'Who.' }) person: FeedPerson;
  @Field(() => MembershipState, { description: 'Where they stand.' }) state: MembershipState;
  @Field(() => MembershipRole, { description: 'What they may do.' }) role: MembershipRole;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
}

export const membershipSubject: FeedSubjectKind = {
  kind: 'membership',
  type: FeedMembership,
  async load(em, stream, ids) {
    const found = await rows<FeedMembership>(
      em,
      sql`
      select k.id, k.group_id as "groupId", g.member_count as "memberCount", k.state, k.role, k.version,
        json_build_object('id', p.id, 'handle', p.handle, 'displayName', p.display_name, 'role', p.role,
          'isVerified', p.verified_at is not null) as person
      from membership k join person p on p.id = k.person_id join "group" g on g.id = k.group_id
      where k.id = any(${ids}::uuid[]) and ${stream} in ('group:' || k.group_id, 'person:' || k.person_id)`,
    );
    return new Map(found.map((row) => [row.id, row]));
  },
};

export const groupAudience: Audience = { kind: 'group', readable: readableGroupStreams };

/** Everyone signed in hears the hub; each person hears themselves. */
export const hubAudience: Audience = { kind: 'hub', readable: async (_, __, streams) => streams };

export const personAudience: Audience = {
  kind: 'person',
  readable: async (_, actorId, streams) => streams.filter((stream) => stream === `person:${actorId}`),
};
