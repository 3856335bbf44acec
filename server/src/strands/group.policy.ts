import { LockMode } from '@mikro-orm/core';
import type { RawBuilder } from 'kysely';
import type { EntityManager } from '../platform/database.ts';
import { closedDoor } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { actsAsStaff } from '../people/acting.ts';
import { isStaff, viewerId, type Context, type Viewer } from '../people/viewer.ts';
import { Group, GroupState, Privacy } from './group.ts';
import { MembershipRole, MembershipState } from './membership.ts';
import * as say from '../platform/say/generated/strands.ts';

/**
 * SQL: the viewer may know that group `g` exists: those invited too, and staff of what waits for their yes. A merged
 * group is known to nobody: it went on in another.
 */
export function groupsVisibleTo(viewerId: string | null): RawBuilder<boolean> {
  if (!viewerId) return sql`(g.successor_id is null and g.privacy = 'OPEN' and g.state <> 'PROPOSED')`;
  const known = sql`(g.privacy <> 'CONFIDENTIAL' and g.state <> 'PROPOSED')`;
  const told = sql`${belongs(viewerId, sql`('ACTIVE', 'INVITED')`)} or g.state = 'PROPOSED' and ${isStaffMember(viewerId)}`;
  return sql`(g.successor_id is null and (${known} or ${told}))`;
}

/** SQL: the viewer, by id or as a column, may read the discussions of group `g`. Visitors read none: they see summaries. */
export function groupsReadableBy(viewerId: string | RawBuilder<string> | null): RawBuilder<boolean> {
  if (!viewerId) return sql`(false)`;
  const read = sql`(g.privacy in ('OPEN', 'RESTRICTED') and g.state <> 'PROPOSED')`;
  return sql`(${read} or ${belongs(viewerId, sql`('ACTIVE')`)})`;
}

function belongs(viewerId: string | RawBuilder<string>, states: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (select 1 from membership m
    where m.group_id = g.id and m.person_id = ${viewerId} and m.state in ${states})`;
}

function isStaffMember(viewerId: string): RawBuilder<boolean> {
  return sql`exists (select 1 from person s where s.id = ${viewerId} and ${actsAsStaff('s')})`;
}

/** Whether everyone signed in knows of it, members or not, so that the hub's stream may tell of it. */
export function isOnHub({ privacy, state }: Pick<Group, 'privacy' | 'state'>): boolean {
  return privacy !== Privacy.CONFIDENTIAL && state !== GroupState.PROPOSED;
}

/** A group as the viewer sees it, with where they stand in it. */
export interface GroupRow extends Pick<
  Group,
  | 'id'
  | 'slug'
  | 'name'
  | 'purpose'
  | 'privacy'
  | 'state'
  | 'memberCount'
  | 'discussionCount'
  | 'version'
  | 'settingsVersion'
> {
  strandId: string | null;
  strandSlug: string | null;
  membershipState: MembershipState | null;
  membershipRole: MembershipRole | null;
  head: number;
  epoch: number;
  /** Its place in the strand that was asked for. */
  place?: number;
}

/** SQL: what `GroupRow` holds, from group `g`. */
export function groupRow(viewer: string | null, place = sql<number>`0`): RawBuilder<GroupRow> {
  return sql`select g.id, g.slug, g.name, g.purpose, g.privacy, g.state, g.member_count as "memberCount",
      g.discussion_count as "discussionCount", g.version, g.settings_version as "settingsVersion", home.id as "strandId", home.slug as "strandSlug",
      mine.state as "membershipState", mine.role as "membershipRole",
      coalesce(s.head_seq, 0) as head, coalesce(s.epoch, (select epoch from hub_state), 1) as epoch, ${place} as place
    from "group" g
    left join strand home on home.home_group_id = g.id
    left join membership mine on mine.group_id = g.id and mine.person_id = ${viewer}
    left join stream s on s.id = 'group:' || g.id`;
}

/** The door to one group, by id. */
export async function openGroup(context: Context, id: string): Promise<GroupRow> {
  const me = viewerId(context);
  const row = isId(id)
    ? await firstRow<GroupRow>(context.em, sql`${groupRow(me)} where g.id = ${id} and ${groupsVisibleTo(me)}`)
    : null;
  return row ?? closedDoor();
}

/** The same door for writing: the group's row is locked until the transaction ends. */
export async function lockGroup(context: Context, id: string): Promise<Group> {
  await openGroup(context, id);
  return context.em.findOneOrFail(Group, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** The same for several, in the order in which everybody locks them, each as the viewer then sees it. */
export async function lockGroups(
  context: Context,
  ids: string[],
): Promise<{ group: Group; row: GroupRow }[]> {
  for (const id of ids) await openGroup(context, id);
  const found = await context.em.find(
    Group,
    { id: { $in: ids } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  const locked = [];
  for (const id of ids) {
    const group = found.find((each) => each.id === id.toLowerCase()) ?? closedDoor();
    locked.push({ group, row: await openGroup(context, id) });
  }
  return locked;
}

export function whyNotJoin(group: Pick<GroupRow, 'state' | 'membershipState'>): Problem | null {
  if (group.state === GroupState.PROPOSED) {
    return { code: ProblemCode.WRONG_STATE, message: say.notOpenYet() };
  }
  if (group.state === GroupState.ARCHIVED) {
    return { code: ProblemCode.WRONG_STATE, message: say.archivedNotJoined() };
  }
  return group.membershipState === MembershipState.REMOVED
    ? { code: ProblemCode.NOT_ALLOWED, message: say.youWereRemoved() }
    : null;
}

export function whyNotLeave(group: Pick<GroupRow, 'membershipState'>): Problem | null {
  const inside =
    group.membershipState === MembershipState.ACTIVE || group.membershipState === MembershipState.REQUESTED;
  return inside ? null : { code: ProblemCode.WRONG_STATE, message: say.notInGroup() };
}

/** Why this person may not post in the group, or null when they may. */
export function whyNotPost(
  group: Pick<GroupRow, 'state' | 'membershipState' | 'membershipRole'>,
): Problem | null {
  if (group.state === GroupState.ARCHIVED || group.state === GroupState.PROPOSED) {
    return { code: ProblemCode.WRONG_STATE, message: say.notForDiscussion() };
  }
  if (group.membershipState !== MembershipState.ACTIVE) {
    return { code: ProblemCode.NOT_ALLOWED, message: say.joinToTakePart() };
  }
  return group.membershipRole === MembershipRole.OBSERVER
    ? { code: ProblemCode.NOT_ALLOWED, message: say.observersRead() }
    : null;
}

/** Leads look after their own group; admins after those that everybody signed in reads. */
export function whyNotLead(
  viewer: Viewer,
  group: Pick<GroupRow, 'membershipState' | 'membershipRole' | 'privacy'>,
): Problem | null {
  const leads =
    group.membershipState === MembershipState.ACTIVE && group.membershipRole === MembershipRole.LEAD;
  // An admin who could lead a private group could let themselves in to read it.
  const looksAfter = viewer.role === 'ADMIN' && isReadByAll(group.privacy);
  return leads || looksAfter ? null : { code: ProblemCode.NOT_ALLOWED, message: say.onlyLead() };
}

/** Everyone signed in reads it, members or not. */
export function isReadByAll(privacy: Privacy): boolean {
  return privacy === Privacy.OPEN || privacy === Privacy.RESTRICTED;
}

/** Staff say yes to a group that waits for it. */
export function whyNotApprove(viewer: Viewer | null, group: Pick<GroupRow, 'state'>): Problem | null {
  if (!isStaff(viewer)) return { code: ProblemCode.NOT_ALLOWED, message: say.staffApprove() };
  return group.state === GroupState.PROPOSED
    ? null
    : { code: ProblemCode.WRONG_STATE, message: say.notWaiting() };
}

/** How a person gets in: at once, or by asking. */
export function joinsAtOnce(privacy: Privacy): boolean {
  return privacy === Privacy.OPEN;
}

/** SQL: the person has an account, does not wait for it, and is not suspended. */
export function isLetIn(personId: string): RawBuilder<boolean> {
  return sql`exists (select 1 from person a where a.id = ${personId} and a.suspended_at is null
    and a.waiting_since is null)`;
}

/** The streams of groups the person may read, among those asked for; that of a merged one is read by who reads its successor. */
export async function readableGroupStreams(
  em: EntityManager,
  actorId: string,
  streams: string[],
): Promise<string[]> {
  const found = await rows<{ stream: string }>(
    em,
    sql`
    select 'group:' || once.id as stream from "group" once join "group" g on g.id = coalesce(once.successor_id, once.id)
    where 'group:' || once.id = any(${streams}::text[]) and ${groupsReadableBy(actorId)} and ${isLetIn(actorId)}`,
  );
  return found.map(({ stream }) => stream);
}
