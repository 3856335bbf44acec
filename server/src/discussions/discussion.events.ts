import { announce, event } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import { groupStream } from '../strands/group.ts';
import type { Discussion } from './discussion.ts';
import type { Reply } from './reply.ts';

export const discussionStarted = event('discussion.started');
export const replyPosted = event('reply.posted');
export const replyEdited = event('reply.edited');
export const replyRemoved = event('reply.removed');
export const readMarkMoved = event('readmark.moved');

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

export function tellOfDiscussion(em: EntityManager, discussion: Discussion): void {
  announce(em, {
    stream: groupStream(discussion.group.id),
    kind: discussionStarted,
    subjectId: discussion.id,
    subjectVersion: discussion.version,
  });
}
