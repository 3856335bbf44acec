import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { FeedSubjectKind } from '../platform/feed.ts';
import { rows, sql } from '../platform/sql.ts';
import { unreadOf } from './notification.queries.ts';
import { notificationRows, type NotificationRow } from './notification.rows.ts';
import { NotificationKind } from './notification.ts';
import { sayingOf } from './sayings.ts';

@ObjectType({ description: 'A notification as its person sees it.' })
export class FeedNotification {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => NotificationKind, { description: 'What it is about.' }) kind: NotificationKind;
  @Field(() => String, { description: 'What happened, as a sentence.' }) says: string;
  @Field(() => String, { description: 'The address of what it is about.' }) href: string;
  @Field(() => Date, { description: 'When it came.' }) at: Date;
  @Field(() => Date, { nullable: true, description: 'When it was read, if it was.' }) readAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When the person was done with it, if they are.' })
  doneAt: Date | null;
  @Field(() => Int, { description: 'How many notifications the person has not read.' }) unread: number;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
}

/** Only a person's own stream carries it, so that person is who looks. */
export const notificationSubject: FeedSubjectKind = {
  kind: 'notification',
  type: FeedNotification,
  async load(em, stream, ids) {
    const [kind, me] = stream.split(':');
    if (kind !== 'person' || !me) return new Map();
    const found = await rows<NotificationRow>(em, notificationRows(me, sql`n.id = any(${ids}::uuid[])`));
    const unread = await unreadOf(em, me);
    return new Map(found.map((row) => [row.id, { ...row, ...sayingOf(row), unread }]));
  },
};
