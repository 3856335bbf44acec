import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { announce, event } from './announce.ts';
import type { EntityManager } from './database.ts';
import { newId } from './ids.ts';
import { mailOf } from './outbox.ts';

/** What a person is told of: ids alone, because what it says is found when it is read, through that day's doors. */
export interface PersonalNews {
  personId: string;
  /** One of the kinds that the notifications slice has sentences for. */
  kind: string;
  /** Who caused it, where the person may know. */
  actorId?: string | null;
  requestId?: string;
  groupId?: string;
  discussionId?: string;
  replyId?: string;
}

export const notificationAdded = event('notification.added');
export const notificationChanged = event('notification.changed');

/** One thing addressed to one person, kept until they are done with it. */
@Entity({ tableName: 'notification' })
@Index({
  name: 'notification_latest',
  expression: 'create index notification_latest on notification (person_id, at desc, id desc)',
})
@Index({
  name: 'notification_unread',
  expression:
    'create index notification_unread on notification (person_id) where read_at is null and done_at is null',
})
export class InboxItem {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @Property({ type: 'uuid' }) personId: string;
  @Property({ type: 'text' }) kind: string;
  @Property({ type: 'uuid', nullable: true }) actorId: string | null;
  @Property({ type: 'uuid', nullable: true }) requestId: string | null;
  @Property({ type: 'uuid', nullable: true }) groupId: string | null;
  @Property({ type: 'uuid', nullable: true }) discussionId: string | null;
  @Property({ type: 'uuid', nullable: true }) replyId: string | null;
  @Property({ type: 'timestamptz' }) at: Date = new Date();
  @Property({ type: 'timestamptz', nullable: true }) readAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true }) doneAt: Date | null = null;
  /** Out of sight until then. */
  @Property({ type: 'timestamptz', nullable: true }) snoozedUntil: Date | null = null;
  @Property({ type: 'integer', default: 1 }) version: number = 1;

  constructor(news: PersonalNews) {
    this.personId = news.personId;
    this.kind = news.kind;
    this.actorId = news.actorId ?? null;
    this.requestId = news.requestId ?? null;
    this.groupId = news.groupId ?? null;
    this.discussionId = news.discussionId ?? null;
    this.replyId = news.replyId ?? null;
  }
}

/**
 * Puts it in the person's inbox, in the transaction of its cause, asks for a mail of it and tells their open pages.
 * Nobody hears of their own act.
 */
export function tellPerson(em: EntityManager, news: PersonalNews): void {
  if (news.actorId === news.personId) return;
  const item = new InboxItem(news);
  em.persist(item);
  mailOf(em, item.personId, item.id);
  announce(em, {
    stream: `person:${item.personId}`,
    kind: notificationAdded,
    subjectId: item.id,
    subjectVersion: item.version,
  });
}
