import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { Group } from '../strands/group.ts';

export enum DiscussionKind {
  DISCUSSION = 'DISCUSSION',
  QUESTION = 'QUESTION',
  ANNOUNCEMENT = 'ANNOUNCEMENT',
}
registerEnumType(DiscussionKind, {
  name: 'DiscussionKind',
  description: 'What a discussion is for.',
  valuesConfig: {
    DISCUSSION: { description: 'Talk about a topic.' },
    QUESTION: { description: 'Looking for an answer.' },
    ANNOUNCEMENT: { description: 'News from a lead.' },
  },
});

/** A topic in a group. Its opening text is reply number 1. */
@Entity()
@Index({
  name: 'discussion_latest',
  expression: 'create index discussion_latest on discussion (group_id, latest_at desc, id desc)',
})
@Index({
  name: 'discussion_latest_all',
  expression: 'create index discussion_latest_all on discussion (latest_at desc, id desc)',
})
@ObjectType({ description: 'A topic in a group. Its opening text is reply number 1.' })
export class Discussion {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();

  @ManyToOne(() => Group, { ref: true, index: false }) group: Ref<Group>;
  @ManyToOne(() => Person, { ref: true, index: false }) startedBy: Ref<Person>;

  @Property({ type: 'text' }) @Field(() => String, { description: 'What it is about.' }) title: string;

  /** The first words of the opening text, for lists and for visitors. */
  @Property({ type: 'text', default: '' })
  @Field(() => String, { description: 'The first words of the opening text, plain.' })
  summary: string = '';

  @Enum({ items: () => DiscussionKind, type: 'text', default: DiscussionKind.DISCUSSION })
  @Field(() => DiscussionKind, { description: 'What it is for.' })
  kind: DiscussionKind = DiscussionKind.DISCUSSION;

  /** The highest number given so far. Numbers have no gaps and are never used again. */
  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'The number of the newest reply; the opening text is number 1.' })
  lastNumber: number = 0;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When it was started.' })
  startedAt: Date = new Date();

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When the newest reply was posted.' })
  latestAt: Date = new Date();

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was closed for replies, if it was.' })
  closedAt: Date | null = null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Rises with every change.' })
  version: number = 1;

  constructor(group: Group, startedBy: Person, title: string, kind: DiscussionKind) {
    this.group = ref(group);
    this.startedBy = ref(startedBy);
    this.title = title;
    this.kind = kind;
  }

  /** Gives the next number. The discussion's row must be locked. */
  nextNumber(at: Date): number {
    this.latestAt = at;
    this.version += 1;
    this.lastNumber += 1;
    return this.lastNumber;
  }
}
