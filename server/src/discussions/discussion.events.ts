import { announce, event, type EventKind } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import { groupStream } from '../strands/group.ts';
import type { Discussion } from './discussion.ts';
import type { Reply } from './reply.ts';

export const discussionStarted = event('discussion.started');
export const discussionRenamed = event('discussion.renamed');
export const discussionExplained = event('discussion.explained');
export const discussionClosed = event('discussion.closed');
export const discussionReopened = event('discussion.reopened');
export const discussionAnswered = event('discussion.answered');
export const discussionMoved = event('discussion.moved');
export const replyPosted = event('reply.posted');
export const replyEdited = event('reply.edited');
export const replyRemoved = event('reply.removed');
export const thanksChanged = event('thanks.changed');
export const thankedChanged = event('thanked.changed');
export const readMarkMoved = event('readmark.moved');
export const followingChanged = event('following.changed');

/** Tells everyone who may read the group. */
export function tellOfReply(
  em: EntityManager,
  kind: typeof replyPosted,
  discussion: Discussion,
  reply: Reply,
): void {
  announce(em, {
    stream: groupStream(discussion.group.id),
    kind,
    subjectId: reply.id,
    subjectVersion: reply.version,
    payload: { discussionId: discussion.id, number: reply.number },
  });
}

/** Tells everyone who may read the group, or another group than its own. */
export function tellOfDiscussion(
  em: EntityManager,
  discussion: Discussion,
  kind: EventKind = discussionStarted,
  groupId: string = discussion.group.id,
): void {
  announce(em, {
    stream: groupStream(groupId),
    kind,
    subjectId: discussion.id,
    subjectVersion: discussion.version,
  });
}

/** Tells everyone how many they are, and the other pages of whoever thanks that they do. */
export function tellOfThanks(
  em: EntityManager,
  personId: string,
  discussion: Discussion,
  reply: Reply,
): void {
  announce(em, {
    stream: groupStream(discussion.group.id),
    kind: thanksChanged,
    subjectId: reply.id,
    subjectVersion: reply.thanksVersion,
  });
  announce(em, {
    stream: `person:${personId}`,
    kind: thankedChanged,
    subjectId: reply.id,
    subjectVersion: reply.thanksVersion,
  });
}
