import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Notification } from './notification.ts';

export enum InboxTab {
  NEEDS_REPLY = 'NEEDS_REPLY',
  UPDATES = 'UPDATES',
  DONE = 'DONE',
  SNOOZED = 'SNOOZED',
  MUTED = 'MUTED',
}
registerEnumType(InboxTab, {
  name: 'InboxTab',
  description: 'Which things of the inbox to show.',
  valuesConfig: {
    NEEDS_REPLY: { description: 'Those that only the viewer can go on with.' },
    UPDATES: { description: 'The others that the viewer is not done with.' },
    DONE: { description: 'Those the viewer is done with.' },
    SNOOZED: { description: 'Those that come back later.' },
    MUTED: { description: 'Those the viewer hears no more of.' },
  },
});

export enum ThingKind {
  DISCUSSION = 'DISCUSSION',
  REQUEST = 'REQUEST',
  GROUP = 'GROUP',
  NOTIFICATION = 'NOTIFICATION',
}
registerEnumType(ThingKind, {
  name: 'ThingKind',
  description: 'What a thing of the inbox is. More kinds may be added: keep a default branch.',
  valuesConfig: {
    DISCUSSION: { description: 'A discussion.' },
    REQUEST: { description: 'A request.' },
    GROUP: { description: 'A group.' },
    NOTIFICATION: { description: 'One notification that belongs to nothing else.' },
  },
});

@ObjectType({ description: 'One thing in the inbox, with all that was told of it.' })
export class InboxThing {
  @Field(() => ID, { description: 'What it is and its id, such as discussion:… .' }) id: string;
  @Field(() => ThingKind, { description: 'What it is.' }) kind: ThingKind;

  @Field(() => String, {
    nullable: true,
    description: 'What it is called; null when it is no longer to be seen.',
  })
  title: string | null;

  @Field(() => String, { description: 'The address of the latest of it.' }) href: string;
  @Field(() => Date, { description: 'When the latest of it came.' }) at: Date;
  @Field(() => Int, { description: 'How many notifications it holds here.' }) count: number;
  @Field(() => Int, { description: 'How many of these are not read.' }) unread: number;
  @Field(() => Boolean, { description: 'Only the viewer can go on with it now.' }) needsReply: boolean;

  @Field(() => Date, {
    nullable: true,
    description: 'When the request stops taking responses, where a reply is needed.',
  })
  closesAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it comes back, while it is snoozed.' })
  snoozedUntil: Date | null;

  @Field(() => [Notification], { description: 'Up to five of its notifications, the latest first.' })
  latest: Notification[];
}

@ObjectType({ description: 'How many things each part of the inbox holds: as many as its list has rows.' })
export class InboxCounts {
  @Field(() => Int, { description: 'That need a reply.' }) needsReply: number;
  @Field(() => Int, { description: 'That are news.' }) updates: number;
  @Field(() => Int, { description: 'That come back later.' }) snoozed: number;
  @Field(() => Int, { description: 'That are muted.' }) muted: number;
}
