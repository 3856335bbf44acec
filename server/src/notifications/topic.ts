import { registerEnumType } from 'type-graphql';
import { NotificationKind } from './notification.ts';

/** What a person chooses to hear of. */
export enum Topic {
  INVITATION = 'INVITATION',
  MY_REQUESTS = 'MY_REQUESTS',
  MATCHED_REQUEST = 'MATCHED_REQUEST',
  REPLY_TO_ME = 'REPLY_TO_ME',
  FOLLOWED_DISCUSSION = 'FOLLOWED_DISCUSSION',
  STRAND_DIGEST = 'STRAND_DIGEST',
  EVENT = 'EVENT',
}
registerEnumType(Topic, {
  name: 'Topic',
  description: 'What a person chooses to hear of.',
  valuesConfig: {
    INVITATION: { description: 'Invitations and offers of work. Mailed at once unless all mail is paused.' },
    MY_REQUESTS: { description: 'Requests they posted, responded to or decide on.' },
    MATCHED_REQUEST: { description: 'Open requests that fit them.' },
    REPLY_TO_ME: { description: 'Replies to them, mentions of them, and what waits in groups they lead.' },
    FOLLOWED_DISCUSSION: { description: 'Discussions they follow.' },
    STRAND_DIGEST: { description: 'What is new in their strands and groups.' },
    EVENT: { description: 'Events.' },
  },
});

/** How soon a topic is mailed. */
export enum Rhythm {
  NOW = 'NOW',
  DAILY = 'DAILY',
  WEEKLY = 'WEEKLY',
  NEVER = 'NEVER',
}
registerEnumType(Rhythm, {
  name: 'Rhythm',
  description: 'How soon a topic is mailed.',
  valuesConfig: {
    NOW: { description: 'At once, one mail for each.' },
    DAILY: { description: 'In one mail in the morning.' },
    WEEKLY: { description: 'In one mail on Monday morning.' },
    NEVER: { description: 'Not at all.' },
  },
});

const TOPICS: Record<NotificationKind, Topic> = {
  INVITATION: Topic.INVITATION,
  OFFER: Topic.INVITATION,
  RESPONSE_SETTLED: Topic.MY_REQUESTS,
  OUTCOME: Topic.MY_REQUESTS,
  REQUEST_RETURNED: Topic.MY_REQUESTS,
  REQUEST_SUBMITTED: Topic.MY_REQUESTS,
  QUESTION_ANSWERED: Topic.MY_REQUESTS,
  QUESTION_ASKED: Topic.MY_REQUESTS,
  RESPONSE_RECEIVED: Topic.MY_REQUESTS,
  OFFER_ANSWERED: Topic.MY_REQUESTS,
  MORE_TIME_ASKED: Topic.MY_REQUESTS,
  MORE_TIME_GIVEN: Topic.MY_REQUESTS,
  MORE_TIME_NOT_GIVEN: Topic.MY_REQUESTS,
  ACCOUNT_WAITS: Topic.MY_REQUESTS,
  ACCOUNT_APPROVED: Topic.REPLY_TO_ME,
  ACCOUNT_REFUSED: Topic.REPLY_TO_ME,
  MENTION: Topic.REPLY_TO_ME,
  REPLY_TO_ME: Topic.REPLY_TO_ME,
  LET_IN: Topic.REPLY_TO_ME,
  ASKED_TO_JOIN: Topic.REPLY_TO_ME,
  REPORTED: Topic.REPLY_TO_ME,
  REPORT_SETTLED: Topic.REPLY_TO_ME,
  REPLY_RULED: Topic.REPLY_TO_ME,
  UNANSWERED: Topic.REPLY_TO_ME,
  FOLLOWED: Topic.FOLLOWED_DISCUSSION,
};

/** The topic of a kind; a kind this process does not know yet is one of requests. */
export function topicOf(kind: NotificationKind): Topic {
  return TOPICS[kind] ?? Topic.MY_REQUESTS;
}

/** The kinds of notification that belong to a topic. */
export function kindsOf(topic: Topic): string[] {
  return Object.values(NotificationKind).filter((kind) => topicOf(kind) === topic);
}
