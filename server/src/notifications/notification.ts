import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum NotificationKind {
  ACCOUNT_WAITS = 'ACCOUNT_WAITS',
  ACCOUNT_APPROVED = 'ACCOUNT_APPROVED',
  ACCOUNT_REFUSED = 'ACCOUNT_REFUSED',
  MENTION = 'MENTION',
  REPLY_TO_ME = 'REPLY_TO_ME',
  FOLLOWED = 'FOLLOWED',
  REPORTED = 'REPORTED',
  REPORT_SETTLED = 'REPORT_SETTLED',
  REPLY_RULED = 'REPLY_RULED',
  UNANSWERED = 'UNANSWERED',
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
  MORE_TIME_ASKED = 'MORE_TIME_ASKED',
  MORE_TIME_GIVEN = 'MORE_TIME_GIVEN',
  MORE_TIME_NOT_GIVEN = 'MORE_TIME_NOT_GIVEN',
}
registerEnumType(NotificationKind, {
  name: 'NotificationKind',
  description: 'What a notification is about. More kinds may be added: keep a default branch.',
  valuesConfig: {
    ACCOUNT_WAITS: { description: 'Somebody asks for an account.' },
    ACCOUNT_APPROVED: { description: 'Your account was approved.' },
    ACCOUNT_REFUSED: { description: 'Your account was not approved.' },
    MENTION: { description: 'Somebody named you in a reply.' },
    REPLY_TO_ME: { description: 'Somebody answered your reply.' },
    FOLLOWED: { description: 'A discussion you follow has a new reply.' },
    REPORTED: { description: 'Somebody asks you to look at a reply.' },
    REPORT_SETTLED: { description: 'What came of your report.' },
    REPLY_RULED: { description: 'Your reply was removed, or you were told what to mind.' },
    UNANSWERED: { description: 'A question in a group you lead has no reply yet.' },
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
    MORE_TIME_ASKED: { description: 'An expert asks for more time to answer a request.' },
    MORE_TIME_GIVEN: { description: 'A request you asked more time for closes later.' },
    MORE_TIME_NOT_GIVEN: { description: 'A request you asked more time for closes as planned.' },
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
  @Field(() => Date, { nullable: true, description: 'Until when it is out of sight, if it was snoozed.' })
  snoozedUntil: Date | null;
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
