import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum NotificationKind {
  MENTION = 'MENTION',
  REPLY_TO_ME = 'REPLY_TO_ME',
  INVITATION = 'INVITATION',
  OFFER = 'OFFER',
  RESPONSE_SETTLED = 'RESPONSE_SETTLED',
  OUTCOME = 'OUTCOME',
  REQUEST_RETURNED = 'REQUEST_RETURNED',
  REQUEST_SUBMITTED = 'REQUEST_SUBMITTED',
  QUESTION_ANSWERED = 'QUESTION_ANSWERED',
  QUESTION_ASKED = 'QUESTION_ASKED',
  LET_IN = 'LET_IN',
  ASKED_TO_JOIN = 'ASKED_TO_JOIN',
  RESPONSE_RECEIVED = 'RESPONSE_RECEIVED',
  OFFER_ANSWERED = 'OFFER_ANSWERED',
}
registerEnumType(NotificationKind, {
  name: 'NotificationKind',
  description: 'What a notification is about. More kinds may be added: keep a default branch.',
  valuesConfig: {
    MENTION: { description: 'Somebody named you in a reply.' },
    REPLY_TO_ME: { description: 'Somebody answered your reply.' },
    INVITATION: { description: 'Staff ask you to help with a request.' },
    OFFER: { description: 'Staff offer you the work.' },
    RESPONSE_SETTLED: { description: 'Your response came to its end.' },
    OUTCOME: { description: 'A request you responded to has closed, and this came of it.' },
    REQUEST_RETURNED: { description: 'Your request came back with a reason.' },
    REQUEST_SUBMITTED: { description: 'A request waits to be published.' },
    QUESTION_ANSWERED: { description: 'Your question was answered.' },
    QUESTION_ASKED: { description: 'A question waits for an answer.' },
    LET_IN: { description: 'You were let in to a group.' },
    ASKED_TO_JOIN: { description: 'Somebody asks to be let in.' },
    RESPONSE_RECEIVED: { description: 'A response came in.' },
    OFFER_ANSWERED: { description: 'Your offer was accepted or turned down, or work was given back.' },
  },
});

@ObjectType({ description: 'One thing addressed to the viewer. What it says is found when it is read.' })
export class Notification {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => NotificationKind, { description: 'What it is about.' }) kind: NotificationKind;
  @Field(() => Date, { description: 'When it came.' }) at: Date;
  @Field(() => Date, { nullable: true, description: 'When it was read, if it was.' }) readAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When the viewer was done with it, if they are.' })
  doneAt: Date | null;
}

export enum InboxFilter {
  OPEN = 'OPEN',
  DONE = 'DONE',
}
registerEnumType(InboxFilter, {
  name: 'InboxFilter',
  description: 'Which notifications to show.',
  valuesConfig: {
    OPEN: { description: 'Those the viewer is not done with.' },
    DONE: { description: 'Those the viewer is done with.' },
  },
});
