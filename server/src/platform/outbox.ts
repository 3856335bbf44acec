import { Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { EntityManager } from './database.ts';
import { newId } from './ids.ts';

export enum Settled {
  SENT = 'SENT',
  DROPPED = 'DROPPED',
  FAILED = 'FAILED',
}

/**
 * A mail that is to be sent, or was. It holds ids alone: what it says, and whether it is still wanted, is found when it
 * is sent. One for each notification and one for each digest, so that nothing is mailed twice.
 */
@Entity()
@Unique({ properties: ['personId', 'digest'] })
@Index({
  name: 'outgoing_mail_due',
  expression:
    'create index outgoing_mail_due on outgoing_mail (due_at, id) where settled_at is null and due_at is not null',
})
@Index({
  name: 'outgoing_mail_kept',
  expression:
    'create index outgoing_mail_kept on outgoing_mail (person_id) where settled_at is null and due_at is null',
})
export class OutgoingMail {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @Property({ type: 'uuid' }) personId: string;
  @Property({ type: 'uuid', nullable: true, unique: true }) notificationId: string | null = null;
  /** Which digest it is, such as DAILY 2026-11-24. */
  @Property({ type: 'text', nullable: true }) digest: string | null = null;
  /** When it is tried next; null while it waits to be told in a digest. */
  @Property({ type: 'timestamptz', nullable: true }) dueAt: Date | null = new Date();
  @Property({ type: 'integer', default: 0 }) attempts: number = 0;
  @Property({ type: 'timestamptz' }) at: Date = new Date();
  @Property({ type: 'timestamptz', nullable: true }) settledAt: Date | null = null;
  @Enum({ items: () => Settled, type: 'text', nullable: true }) settledAs: Settled | null = null;

  constructor(personId: string) {
    this.personId = personId;
  }
}

/** Asks, in the transaction of its cause, that the person be mailed of a notification. */
export function mailOf(em: EntityManager, personId: string, notificationId: string): void {
  em.persist(Object.assign(new OutgoingMail(personId), { notificationId }));
}
