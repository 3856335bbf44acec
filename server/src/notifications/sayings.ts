import { NotificationKind } from './notification.ts';

/** What a notification is about, as far as the person may see it today. */
export interface About {
  kind: NotificationKind;
  actorName: string | null;
  requestId: string | null;
  requestTitle: string | null;
  responseState: string | null;
  discussionId: string | null;
  discussionTitle: string | null;
  replyNumber: number | null;
  groupSlug: string | null;
  groupName: string | null;
}

/** The sentence and the address of a notification. What is no longer visible says so and leads nowhere else. */
export function sayingOf(about: About): Saying {
  return SAYINGS[about.kind]?.(about) ?? GONE;
}

export interface Saying {
  says: string;
  href: string;
  isGone?: boolean;
}

const GONE: Saying = { says: 'This is no longer available to you.', href: '/inbox', isGone: true };

type Sayer = (about: About) => Saying | null;

const SAYINGS: Record<NotificationKind, Sayer> = {
  MENTION: inReply((who, title) => `${who} mentioned you in “${title}”.`),
  REPLY_TO_ME: inReply((who, title) => `${who} replied to you in “${title}”.`),
  INVITATION: ofRequest((title) => `You are invited to help with “${title}”.`),
  OFFER: ofRequest((title) => `You are offered the work of “${title}”.`),
  RESPONSE_SETTLED: ofRequest((title, { responseState }) => settled(title, responseState)),
  OUTCOME: ofRequest((title) => `“${title}” has closed. Read what came of it.`, '/outcome'),
  REQUEST_RETURNED: ofRequest((title) => `“${title}” came back to you with a reason.`),
  REQUEST_SUBMITTED: ofRequest((title) => `“${title}” waits to be published.`),
  QUESTION_ANSWERED: ofRequest((title) => `Your question about “${title}” was answered.`, '#questions'),
  QUESTION_ASKED: ofRequest((title) => `A question about “${title}” waits for an answer.`, '#questions'),
  RESPONSE_RECEIVED: ofRequest((title) => `A response to “${title}” came in.`, '/responses'),
  OFFER_ANSWERED: ofRequest(
    (title, { actorName }) => `${actorName ?? 'An expert'} answered your offer for “${title}”.`,
    '/responses',
  ),
  LET_IN: ofGroup((group) => `You were let in to ${group}.`),
  ASKED_TO_JOIN: ofGroup((group, who) => `${who} asks to be let in to ${group}.`),
};

/** As the pages show them. */
const REPLIES_A_PAGE = 20;

function inReply(sentence: (who: string, title: string) => string): Sayer {
  return ({ actorName, discussionId, discussionTitle, replyNumber }) =>
    discussionTitle !== null && replyNumber !== null
      ? {
          says: sentence(actorName ?? 'Somebody', discussionTitle),
          href: `/discussions/${discussionId}?page=${Math.ceil(replyNumber / REPLIES_A_PAGE)}#reply-${replyNumber}`,
        }
      : null;
}

function ofRequest(sentence: (title: string, about: About) => string, part = ''): Sayer {
  return (about) =>
    about.requestTitle === null
      ? null
      : { says: sentence(about.requestTitle, about), href: `/requests/${about.requestId}${part}` };
}

function ofGroup(sentence: (group: string, who: string) => string): Sayer {
  return ({ groupSlug, groupName, actorName }) =>
    groupName === null
      ? null
      : { says: sentence(groupName, actorName ?? 'Somebody'), href: `/groups/${groupSlug}` };
}

function settled(title: string, state: string | null): string {
  if (state === 'NOT_SELECTED') return `You were not chosen for “${title}” this time. Read the feedback.`;
  if (state === 'OFFER_LAPSED') return `What you were asked for “${title}” has lapsed.`;
  return state === 'COMPLETED'
    ? `Your work for “${title}” is recorded as done. Thank you.`
    : `Your part in “${title}” has ended.`;
}
