import { ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { renderMarkdown } from '../platform/markdown.ts';
import { Discussion } from './discussion.ts';

/** A numbered reply. A removed one leaves its number and a stub. */
@Entity()
@Unique({ properties: ['discussion', 'number'] })
@ObjectType({ description: 'A numbered reply in a discussion.' })
export class Reply {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();

  @ManyToOne(() => Discussion, { ref: true, index: false }) discussion: Ref<Discussion>;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Its place in the discussion, from 1.' })
  number: number;

  @ManyToOne(() => Person, { ref: true }) author: Ref<Person>;

  /** Markdown, exactly as written. */
  @Property({ type: 'text' }) body: string;
  /** The same, rendered and made safe by the one path that does so. */
  @Property({ type: 'text' }) html: string;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'The number of the reply it answers, if it names one.' })
  inReplyTo: number | null = null;

  @Property({ type: 'text', default: 'en' })
  @Field(() => String, { description: 'Its language, as a BCP 47 tag.' })
  lang: string = 'en';

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When it was posted.' })
  postedAt: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was last edited, if it was.' })
  editedAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was removed, if it was.' })
  removedAt: Date | null = null;

  @ManyToOne(() => Person, { ref: true, nullable: true, index: false }) removedBy: Ref<Person> | null = null;

  /** A version of its own: thanks given while somebody edits must not stop the edit. */
  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How many people thank its author for it.' })
  thanksCount: number = 0;

  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'Rises with every change of its thanks.' })
  thanksVersion: number = 0;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Rises with every change of its text.' })
  version: number = 1;

  constructor(discussion: Discussion, author: Person, body: string, at: Date = new Date()) {
    this.discussion = ref(discussion);
    this.author = ref(author);
    this.number = discussion.nextNumber(at);
    this.postedAt = at;
    this.write(body);
  }

  edit(body: string, lang: string, at: Date): ReplyRevision {
    const before = new ReplyRevision(this);
    this.write(body);
    this.lang = lang;
    this.editedAt = at;
    this.version += 1;
    return before;
  }

  remove(by: Person, at: Date): void {
    this.removedAt = at;
    this.removedBy = ref(by);
    this.version += 1;
  }

  private write(body: string): void {
    this.body = body;
    this.html = renderMarkdown(body);
  }
}

/** What a reply said before it was edited. */
@Entity()
@ObjectType({ description: 'What a reply said before it was edited.' })
export class ReplyRevision {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @ManyToOne(() => Reply, { ref: true }) reply: Ref<Reply>;
  @Property({ type: 'integer' }) @Field(() => Int, { description: 'Which version it was.' }) version: number;
  @Property({ type: 'text' }) body: string;
  @Property({ type: 'text' })
  @Field(() => String, { description: 'The text, rendered and made safe.' })
  html: string;
  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When it was written.' })
  writtenAt: Date;

  constructor(reply: Reply) {
    this.reply = ref(reply);
    this.version = reply.version;
    this.body = reply.body;
    this.html = reply.html;
    this.writtenAt = reply.editedAt ?? reply.postedAt;
  }
}
