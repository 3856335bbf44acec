import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { renderMarkdown } from '../platform/markdown.ts';
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
@Index({
  name: 'discussion_words',
  expression: `create index discussion_words on discussion using gin (to_tsvector('simple', title || ' ' || summary))`,
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

  @ManyToOne(() => Person, { ref: true, nullable: true, index: false }) closedBy: Ref<Person> | null = null;
  /** What came of it, in Markdown, from whoever closed it. */
  @Property({ type: 'text', nullable: true }) closingNote: string | null = null;
  @Property({ type: 'text', nullable: true }) closingNoteHtml: string | null = null;

  /** Where it stands, in Markdown, from a lead: for whoever comes late. */
  @Property({ type: 'text', nullable: true }) context: string | null = null;
  @Property({ type: 'text', nullable: true }) contextHtml: string | null = null;
  @ManyToOne(() => Person, { ref: true, nullable: true, index: false }) contextBy: Ref<Person> | null = null;
  @Property({ type: 'timestamptz', nullable: true }) contextAt: Date | null = null;
  @Property({ type: 'integer', default: 0 }) contextVersion: number = 0;

  /** Replies come while somebody writes another title: those raise `version` alone. */
  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Rises with its title and purpose; send it back with the next.' })
  nameVersion: number = 1;

  /** The number of the reply that answers the question, and who says so. */
  @Property({ type: 'integer', nullable: true }) answerNumber: number | null = null;
  @ManyToOne(() => Person, { ref: true, nullable: true, index: false }) answerBy: Ref<Person> | null = null;
  @Property({ type: 'timestamptz', nullable: true }) answerAt: Date | null = null;

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

  /** Only a question has an answer: turned into something else, it loses the one it had. */
  rename(title: string, kind: DiscussionKind): void {
    this.title = title;
    this.kind = kind;
    this.nameVersion += 1;
    if (kind !== DiscussionKind.QUESTION) this.accept(null, null);
    this.version += 1;
  }

  /** Nothing written takes it away. */
  explain(context: string, by: Person): void {
    this.context = context || null;
    this.contextHtml = context ? renderMarkdown(context) : null;
    this.contextBy = ref(by);
    this.contextAt = new Date();
    this.contextVersion += 1;
    this.version += 1;
  }

  close(by: Person, note: string): void {
    this.closedAt = new Date();
    this.closedBy = ref(by);
    this.closingNote = note || null;
    this.closingNoteHtml = note ? renderMarkdown(note) : null;
    this.version += 1;
  }

  reopen(): void {
    this.closedAt = null;
    this.closedBy = null;
    this.closingNote = null;
    this.closingNoteHtml = null;
    this.version += 1;
  }

  /** Takes the answer with this number, or with null the one there was back; says whether anything changed. */
  accept(number: number | null, by: Person | null): boolean {
    if (this.answerNumber === number) return false;
    this.answerNumber = number;
    this.answerBy = by && ref(by);
    this.answerAt = number === null ? null : new Date();
    this.version += 1;
    return true;
  }

  moveTo(group: Group): void {
    this.group = ref(group);
    this.version += 1;
  }
}
