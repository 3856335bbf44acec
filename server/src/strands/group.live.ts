import { Field, ID, Int, ObjectType } from 'type-graphql';
import { FeedPerson } from '../people/person.live.ts';
import { actsAsStaff } from '../people/acting.ts';
import type { EntityManager } from '../platform/database.ts';
import type { Audience, FeedSubjectKind } from '../platform/feed.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { isLetIn, readableGroupStreams } from './group.policy.ts';
import { GroupState, Privacy } from './group.ts';
import { MembershipRole, MembershipState } from './membership.ts';
import { StrandState } from './strand.ts';

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

/** Readers of the group hear who is in it. Who asks, was invited or was put out is for that person and the leads. */
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
      where k.id = any(${ids}::uuid[]) and (${stream} = 'person:' || k.person_id
        or (${stream} = 'group:' || k.group_id and k.state = 'ACTIVE')
        or exists (select 1 from membership l where l.group_id = k.group_id and l.role = 'LEAD' and l.state = 'ACTIVE'
          and ${stream} = 'person:' || l.person_id))`,
    );
    return new Map(found.map((row) => [row.id, row]));
  },
};

@ObjectType({ description: 'A group as everyone who reads the stream may know it.' })
export class FeedGroup {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => String, { description: 'Its name in addresses.' }) slug: string;
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => String, { description: 'What it is for.' }) purpose: string;
  @Field(() => Privacy, { description: 'Who may find, read and join it.' }) privacy: Privacy;
  @Field(() => GroupState, { description: 'How far along its life it is.' }) state: GroupState;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
}

@ObjectType({ description: 'A strand as everyone signed in knows it.' })
export class FeedStrand {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => String, { description: 'Its name in addresses.' }) slug: string;
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => String, { description: 'What it is for.' }) purpose: string;
  @Field(() => Int, { description: 'Its place among the strands, from 1.' }) position: number;
  @Field(() => StrandState, { description: 'Whether it is in use.' }) state: StrandState;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
}

/** On the hub only what everyone signed in knows of, to staff also what waits for them; on its own stream any group. */
export const groupSubject: FeedSubjectKind = {
  kind: 'group',
  type: FeedGroup,
  async load(em, stream, ids) {
    const found = await rows<FeedGroup>(
      em,
      sql`
      select g.id, g.slug, g.name, g.purpose, g.privacy, g.state, g.version from "group" g
      where g.id = any(${ids}::uuid[]) and (${stream} = 'group:' || g.id
        or ${stream} = 'hub' and g.successor_id is null and g.privacy <> 'CONFIDENTIAL' and g.state <> 'PROPOSED'
        or g.state = 'PROPOSED' and exists (select 1 from person s where 'person:' || s.id = ${stream} and ${actsAsStaff('s')}))`,
    );
    return new Map(found.map((row) => [row.id, row]));
  },
};

export const strandSubject: FeedSubjectKind = {
  kind: 'strand',
  type: FeedStrand,
  async load(em, stream, ids) {
    const found = await rows<FeedStrand>(
      em,
      sql`
      select t.id, t.slug, t.name, t.purpose, t.position, t.state, t.version from strand t
      where t.id = any(${ids}::uuid[]) and ${stream} = 'hub'`,
    );
    return new Map(found.map((row) => [row.id, row]));
  },
};

export const groupAudience: Audience = { kind: 'group', readable: readableGroupStreams };

/** Everyone signed in hears the hub; each person hears themselves. Whoever is suspended hears nothing. */
export const hubAudience: Audience = {
  kind: 'hub',
  readable: async (em, actorId, streams) => ((await letIn(em, actorId)) ? streams : []),
};

export const personAudience: Audience = {
  kind: 'person',
  readable: async (em, actorId, streams) =>
    (await letIn(em, actorId)) ? streams.filter((stream) => stream === `person:${actorId}`) : [],
};

async function letIn(em: EntityManager, actorId: string): Promise<boolean> {
  return (await firstRow(em, sql`select 1 where ${isLetIn(actorId)}`)) !== null;
}
