import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Rhythm, type Topic } from './topic.ts';

/** What one person chose for one topic; without a row the usual holds. */
@Entity()
export class TopicChoice {
  [PrimaryKeyProp]?: ['personId', 'topic'];
  @PrimaryKey({ type: 'uuid' }) personId: string;
  @PrimaryKey({ type: 'text' }) topic: Topic;
  @Property({ type: 'boolean' }) inHub: boolean;
  @Enum({ items: () => Rhythm, type: 'text' }) mail: Rhythm;
}

/** When a person may be mailed at all. */
@Entity()
export class MailSettings {
  [PrimaryKeyProp]?: 'personId';
  @PrimaryKey({ type: 'uuid' }) personId: string;
  /** Stands in the address that ends mails, which works without signing in. */
  @Property({ type: 'text', unique: true }) token: string;
  /** As their own clock shows it, such as 22:00: both or none. */
  @Property({ type: 'text', nullable: true }) quietFrom: string | null;
  @Property({ type: 'text', nullable: true }) quietTo: string | null;
  @Property({ type: 'boolean', default: false }) isPaused: boolean;
  /** Without it a pause has no end. */
  @Property({ type: 'timestamptz', nullable: true }) pausedUntil: Date | null;
  /** The last days in their zone for which a digest was made. */
  @Property({ type: 'date', nullable: true }) digestedDaily: string | null;
  @Property({ type: 'date', nullable: true }) digestedWeekly: string | null;
  @Property({ type: 'integer', default: 1 }) version: number;
}
