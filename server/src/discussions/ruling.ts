import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { Reply } from './reply.ts';

export enum Verdict {
  KEPT = 'KEPT',
  WARNED = 'WARNED',
  REMOVED = 'REMOVED',
}
registerEnumType(Verdict, {
  name: 'Verdict',
  description: 'What came of the reports of a reply.',
  valuesConfig: {
    KEPT: { description: 'It stays as it is, and its author hears nothing of it.' },
    WARNED: { description: 'It stays, and its author is told what to mind.' },
    REMOVED: { description: 'It was removed, and its author is told why.' },
  },
});

/** What somebody who looks after the group decided about a reported reply. It settles the reports there were. */
@Entity()
@Index({
  name: 'ruling_latest',
  expression: 'create index ruling_latest on ruling (at desc, id desc)',
})
@ObjectType({ description: 'What was decided about a reported reply.' })
export class Ruling {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();
  @ManyToOne(() => Reply, { ref: true, index: true }) reply: Ref<Reply>;
  @ManyToOne(() => Person, { ref: true, index: false }) by: Ref<Person>;

  @Enum({ items: () => Verdict, type: 'text' })
  @Field(() => Verdict, { description: 'What came of it.' })
  verdict: Verdict;

  /** Told to the author, unless the reply stays as it is. */
  @Property({ type: 'text', default: '' })
  @Field(() => String, { description: 'Why, in the words its author was told; empty where none were.' })
  reason: string = '';

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When.' })
  at: Date = new Date();

  constructor(reply: Reply, by: Person, verdict: Verdict, reason: string) {
    this.reply = ref(reply);
    this.by = ref(by);
    this.verdict = verdict;
    this.reason = reason;
  }
}
