import { LockMode } from '@mikro-orm/core';
import type { RawBuilder } from 'kysely';
import type { PersonRow } from '../people/person.queries.ts';
import type { Role } from '../people/person.ts';
import { isStaff, viewerId, type Context, type Viewer } from '../people/viewer.ts';
import { closedDoor } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { firstRow, sql } from '../platform/sql.ts';
import * as say from '../platform/say/generated/discussions.ts';
import {
  groupRow,
  groupsReadableBy,
  whyNotLead,
  whyNotPost,
  type GroupRow,
} from '../strands/group.policy.ts';
import { Discussion, DiscussionKind } from './discussion.ts';
import { Reply } from './reply.ts';

/** SQL: the viewer may see discussion `d` in group `g`. Visitors see the open ones, as summaries without replies. */
export function discussionsVisibleTo(me: string | null): RawBuilder<boolean> {
  return me ? groupsReadableBy(me) : sql`(g.privacy = 'OPEN')`;
}

/** A discussion as the viewer sees it: flat, from one statement. */
export interface DiscussionRow extends Pick<
  Discussion,
  | 'id'
  | 'title'
  | 'summary'
  | 'kind'
  | 'lastNumber'
  | 'startedAt'
  | 'latestAt'
  | 'closedAt'
  | 'closingNote'
  | 'closingNoteHtml'
  | 'context'
  | 'contextHtml'
  | 'contextAt'
  | 'contextVersion'
  | 'answerNumber'
  | 'answerAt'
  | 'version'
  | 'nameVersion'
> {
  closedBy: PersonRow | null;
  contextBy: PersonRow | null;
  answerBy: PersonRow | null;
  follows: boolean;
  groupId: string;
  groupSlug: string;
  groupName: string;
  startedById: string;
  startedByHandle: string;
  startedByName: string;
  startedByRole: Role;
  startedByVerified: boolean;
  readTo: number;
  membershipState: GroupRow['membershipState'];
  membershipRole: GroupRow['membershipRole'];
  groupState: GroupRow['state'];
  groupPrivacy: GroupRow['privacy'];
  head: number;
  epoch: number;
  /** Its group as the viewer sees it, where one discussion was opened. */
  group?: GroupRow | null;
}

/**
 * SQL: what `DiscussionRow` holds, from discussion `d` in group `g`, with what `where` keeps. Read marks are looked
 * up row by row: who has read thousands of discussions still sees only a page of them.
 */
export function discussionRows(
  me: string | null,
  where: RawBuilder<unknown>,
  group: RawBuilder<GroupRow | null> = sql`null`,
): RawBuilder<DiscussionRow> {
  return sql`select d.id, d.title, d.summary, d.kind, d.last_number as "lastNumber", d.started_at as "startedAt",
      d.latest_at as "latestAt", d.closed_at as "closedAt", d.version, d.name_version as "nameVersion",
      d.closing_note as "closingNote", d.closing_note_html as "closingNoteHtml", ${personOf('closed_by_id')} as "closedBy",
      d.context, d.context_html as "contextHtml", d.context_at as "contextAt", d.context_version as "contextVersion",
      ${personOf('context_by_id')} as "contextBy",
      d.answer_number as "answerNumber", d.answer_at as "answerAt", ${personOf('answer_by_id')} as "answerBy",
      exists (select 1 from following f where f.person_id = ${me} and f.discussion_id = d.id and f.follows) as follows,
      g.id as "groupId", g.slug as "groupSlug", g.name as "groupName", g.state as "groupState", g.privacy as "groupPrivacy",
      p.id as "startedById", p.handle as "startedByHandle", p.display_name as "startedByName",
      p.role as "startedByRole", p.verified_at is not null as "startedByVerified",
      coalesce(r.number, 0) as "readTo", mine.state as "membershipState", mine.role as "membershipRole",
      coalesce(s.head_seq, 0) as head, coalesce(s.epoch, (select epoch from hub_state), 1) as epoch, ${group} as "group"
    from discussion d
    join "group" g on g.id = d.group_id
    join person p on p.id = d.started_by_id
    left join lateral (
      select number from read_mark where discussion_id = d.id and person_id = ${me} limit 1) r on true
    left join membership mine on mine.group_id = g.id and mine.person_id = ${me}
    left join stream s on s.id = 'group:' || g.id
    where ${discussionsVisibleTo(me)} and ${where}`;
}

/** SQL: who stands in this column of discussion `d`. */
export function personOf(column: string): RawBuilder<PersonRow | null> {
  return sql`(select json_build_object('id', o.id, 'handle', o.handle, 'displayName', o.display_name, 'role', o.role,
    'isVerified', o.verified_at is not null) from person o where o.id = d.${sql.raw(column)})`;
}

/** The door: every way to one discussion goes through here. */
export async function openDiscussion(context: Context, id: string): Promise<DiscussionRow> {
  if (!isId(id)) return closedDoor();
  const me = viewerId(context);
  const group = sql<GroupRow>`(select row_to_json(one) from (${groupRow(me)} where g.id = d.group_id) one)`;
  const row = await firstRow<DiscussionRow>(context.em, discussionRows(me, sql`d.id = ${id}`, group));
  return row ?? closedDoor();
}

/** The same door for writing: the discussion's row is locked until the transaction ends. */
export async function lockDiscussion(
  context: Context,
  id: string,
): Promise<{ row: DiscussionRow; discussion: Discussion }> {
  await openDiscussion(context, id);
  const discussion = await context.em.findOneOrFail(
    Discussion,
    { id },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return { row: await openDiscussion(context, id), discussion };
}

/** Opens a reply through its discussion, locked for writing. */
export async function lockReply(
  context: Context,
  id: string,
): Promise<{ row: DiscussionRow; discussion: Discussion; reply: Reply }> {
  const reply = isId(id) ? await context.em.findOne(Reply, { id }) : null;
  if (!reply) return closedDoor();
  const opened = await lockDiscussion(context, reply.discussion.id);
  await context.em.refresh(reply);
  return { ...opened, reply };
}

/** Announcements are for everybody to know, so leads and staff make them. */
export function whyNotAnnounce(
  viewer: Viewer,
  group: Pick<GroupRow, 'membershipState' | 'membershipRole' | 'privacy'>,
  kind: DiscussionKind,
): Problem | null {
  if (kind !== DiscussionKind.ANNOUNCEMENT || isStaff(viewer) || !whyNotLead(viewer, group)) return null;
  const message = say.whoAnnounces();
  return { code: ProblemCode.NOT_ALLOWED, field: 'kind', message };
}

/** Why nobody may reply now, or null when the viewer may. */
export function whyNotReply(row: DiscussionRow): Problem | null {
  if (row.closedAt) return { code: ProblemCode.WRONG_STATE, message: say.isClosed() };
  return whyNotPost(standing(row));
}

/** Where the viewer stands in the group of a discussion. */
export function standing(
  row: DiscussionRow,
): Pick<GroupRow, 'state' | 'privacy' | 'membershipState' | 'membershipRole'> {
  const { membershipState, membershipRole } = row;
  return { state: row.groupState, privacy: row.groupPrivacy, membershipState, membershipRole };
}

/** The author edits; nobody else puts words in their mouth. */
export function whyNotEdit(
  context: Context,
  reply: { authorId: string; removedAt: Date | string | null },
): Problem | null {
  if (reply.removedAt) return { code: ProblemCode.WRONG_STATE, message: say.replyRemoved() };
  return reply.authorId === context.viewer?.id
    ? null
    : { code: ProblemCode.NOT_ALLOWED, message: say.onlyAuthor() };
}

/** The author or a lead removes. */
export function whyNotRemove(
  context: Context,
  row: DiscussionRow,
  reply: { authorId: string; removedAt: Date | string | null },
): Problem | null {
  if (reply.removedAt) return { code: ProblemCode.ALREADY_DONE, message: say.removedAlready() };
  if (reply.authorId === context.viewer?.id) return null;
  return context.viewer ? whyNotLead(context.viewer, standing(row)) : null;
}
