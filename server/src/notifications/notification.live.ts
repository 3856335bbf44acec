import { Field, ID, Int, ObjectType } from 'type-graphql';
import { announce, event } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import type { FeedSubjectKind } from '../platform/feed.ts';
import { rows, sql } from '../platform/sql.ts';
import { notificationRows, type NotificationRow } from './notification.rows.ts';
import { NotificationKind } from './notification.ts';
import { sayingOf } from './sayings.ts';
import { unreadOf } from './thing.rows.ts';

@ObjectType({ description: 'A notification as its person sees it.' })
export class FeedNotification {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => NotificationKind, { description: 'What it is about.' }) kind: NotificationKind;
  @Field(() => String, { description: 'What happened, as a sentence.' }) says: string;
  @Field(() => String, { description: 'The address of what it is about.' }) href: string;
  @Field(() => Date, { description: 'When it came.' }) at: Date;
  @Field(() => Date, { nullable: true, description: 'When it was read, if it was.' }) readAt: Date | null;
  @Field(() => Date, {
    nullable: true,
    description: 'When the person was done with it, or with hearing of what it is about, if they are.',
  })
  doneAt: Date | null;
  @Field(() => ID, { description: 'The thing of the inbox it belongs to.' }) thing: string;
  @Field(() => Int, { description: 'How many things in the inbox hold something not read.' }) unread: number;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
}

@ObjectType({ description: 'What the person wants to hear of was chosen anew: ask for it.' })
export class FeedChoices {
  @Field(() => ID, { description: 'Whose.' }) personId: string;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
}

export function tellOfChoices(em: EntityManager, personId: string, version: number): void {
  const kind = event('choices.changed');
  announce(em, { stream: `person:${personId}`, kind, subjectId: personId, subjectVersion: version });
}

export const choicesSubject: FeedSubjectKind = {
  kind: 'choices',
  type: FeedChoices,
  async load(em, stream, ids) {
    const found = await rows<FeedChoices>(
      em,
      sql`
      select person_id as "personId", version from mail_settings
      where person_id = any(${ids}::uuid[]) and 'person:' || person_id = ${stream}`,
    );
    return new Map(found.map((row) => [row.personId, row]));
  },
};

/** Only a person's own stream carries it, so that person is who looks. */
export const notificationSubject: FeedSubjectKind = {
  kind: 'notification',
  type: FeedNotification,
  async load(em, stream, ids) {
    const [kind, me] = stream.split(':');
    if (kind !== 'person' || !me) return new Map();
    const found = await rows<NotificationRow>(em, notificationRows(me, sql`n.id = any(${ids}::uuid[])`));
    const unread = await unreadOf(em, me);
    return new Map(
      found.map((row) => [row.id, { ...row, doneAt: row.doneAt ?? row.mutedAt, ...sayingOf(row), unread }]),
    );
  },
};
