import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

/** An ordered log with one audience: whoever may read it may read all of it. */
@Entity()
export class Stream {
  @PrimaryKey({ type: 'text' }) id: string;
  @Property({ type: 'text' }) kind: string;
  /** Rises on restore and failover; a cursor of another epoch is worth nothing. */
  @Property({ type: 'integer' }) epoch: number;
  @Property({ type: 'integer', default: 0 }) headSeq: number;
  /** Everything up to here was trimmed. */
  @Property({ type: 'integer', default: 0 }) floorSeq: number;
  /** Where the stream went when it was merged into another. */
  @Property({ type: 'text', nullable: true }) successor: string | null;
}

/** One committed change. The number is given under the stream's row lock, so number order is commit order. */
@Entity({ tableName: 'event' })
@Index({ name: 'event_written', expression: 'create index event_written on event using brin (at)' })
export class LogEvent {
  [PrimaryKeyProp]?: ['streamId', 'seq'];
  @PrimaryKey({ type: 'text' }) streamId: string;
  @PrimaryKey({ type: 'integer' }) seq: number;
  @Property({ type: 'text' }) type: string;
  @Property({ type: 'text' }) subjectId: string;
  @Property({ type: 'integer' }) subjectVersion: number;
  @Property({ type: 'timestamptz' }) at: Date;
  /** Only what the whole audience may know. */
  @Property({ type: 'json', nullable: true }) payload: Record<string, unknown> | null;
}

/** The database this hub believes it runs on: another system or timeline means a new epoch. */
@Entity()
export class HubState {
  @PrimaryKey({ type: 'integer' }) id: number = 1;
  @Property({ type: 'integer', default: 1 }) epoch: number = 1;
  @Property({ type: 'text' }) systemIdentifier: string;
  @Property({ type: 'integer' }) timeline: number;
  /** As the operator set it: staff act as such only once they have set up a second step. */
  @Property({ type: 'boolean', default: false }) staffSecondStep: boolean = false;
}

@ObjectType({ description: 'A place in a stream. Follow the feed from here and nothing after it is missed.' })
export class Cursor {
  @Field(() => String, { description: 'The stream, such as hub or group:<id>.' }) stream: string;
  @Field(() => Int, { description: 'The numbering it belongs to; a new epoch means: fetch again.' })
  epoch: number;
  @Field(() => Int, { description: 'The last event already seen.' }) seq: number;
}

@InputType({ description: 'Where to go on reading a stream.' })
export class CursorInput {
  @Field(() => String, { description: 'The stream, as the snapshot named it.' }) stream!: string;
  @Field(() => Int, { description: 'The epoch, as the snapshot named it.' }) epoch!: number;
  @Field(() => Int, { description: 'The last event already applied.' }) seq!: number;
}
