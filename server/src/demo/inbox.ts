import type { Reply } from '../discussions/reply.ts';
import type { Invitation } from '../matching/invitation.ts';
import type { EntityManager } from '../platform/database.ts';
import { InboxItem, type PersonalNews } from '../platform/inbox.ts';
import type { Response } from '../responses/response.ts';
import type { DemoDays } from './days.ts';
import type { SeededRequest } from './requests.ts';

export interface Happened {
  replies: readonly Reply[];
  requests: readonly SeededRequest[];
  responses: readonly Response[];
  invitations: readonly Invitation[];
}

/** What is older than this was dealt with long ago. */
const WAITS_DAYS = -8;

/** Puts into the inboxes what the hub would have put there while all this happened. */
export function seedInbox(em: EntityManager, happened: Happened, days: DemoDays): void {
  const dealtWith = days.past(WAITS_DAYS);
  for (const { at, ...news } of newsOf(happened)) {
    if (news.actorId === news.personId) continue;
    const item = Object.assign(new InboxItem(news), { at });
    if (at < dealtWith) Object.assign(item, { readAt: at, doneAt: at });
    em.persist(item);
  }
}

type PastNews = PersonalNews & { at: Date };

function newsOf({ replies, requests, responses, invitations }: Happened): PastNews[] {
  return [
    ...replies.flatMap((reply) => answeredBy(reply, replies)),
    ...invitations.map(({ person, invitedBy, request, at }) => ({
      ...{ kind: 'INVITATION', personId: person.id, actorId: invitedBy.id, requestId: request.id, at },
    })),
    ...requests.flatMap(questionsOf),
    ...responses.flatMap(responseNews),
  ];
}

function answeredBy(reply: Reply, all: readonly Reply[]): PastNews[] {
  const { inReplyTo, discussion, author, id, postedAt } = reply;
  const answered = all.find((other) => other.discussion.id === discussion.id && other.number === inReplyTo);
  if (!answered) return [];
  const about = { discussionId: discussion.id, replyId: id, actorId: author.id, at: postedAt };
  return [{ kind: 'REPLY_TO_ME', personId: answered.author.id, ...about }];
}

function questionsOf({ request, questions }: SeededRequest): PastNews[] {
  const requestId = request.id;
  const ownerId = request.owner.id;
  return questions.map(({ askedBy, askedAt, answeredBy, answeredAt }) =>
    answeredBy && answeredAt
      ? { kind: 'QUESTION_ANSWERED', personId: askedBy.id, actorId: answeredBy.id, requestId, at: answeredAt }
      : { kind: 'QUESTION_ASKED', personId: ownerId, actorId: askedBy.id, requestId, at: askedAt },
  );
}

function responseNews({ request, person, state, submittedAt, latestAt }: Response): PastNews[] {
  const requestId = request.id;
  const received = { kind: 'RESPONSE_RECEIVED', personId: request.unwrap().owner.id, requestId };
  const settled = { kind: 'RESPONSE_SETTLED', personId: person.id, requestId, at: latestAt };
  const isSettled = state === 'COMPLETED' || state === 'NOT_SELECTED';
  const isClosed = request.unwrap().state === 'CLOSED';
  return [
    ...(submittedAt ? [{ ...received, at: submittedAt }] : []),
    ...(isSettled ? [settled] : []),
    ...(isSettled && isClosed ? [{ ...settled, kind: 'OUTCOME' }] : []),
  ];
}
