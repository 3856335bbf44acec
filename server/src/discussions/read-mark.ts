import { PrimaryKeyProp, ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Person } from '../people/person.ts';
import { Discussion } from './discussion.ts';

/** How far a person has read a discussion. Reading raises it; only they themselves take it back. */
@Entity()
export class ReadMark {
  [PrimaryKeyProp]?: ['person', 'discussion'];
  @ManyToOne(() => Person, { ref: true, primary: true }) person: Ref<Person>;
  @ManyToOne(() => Discussion, { ref: true, primary: true, index: false }) discussion: Ref<Discussion>;
  @Property({ type: 'integer' }) number: number;
  @Property({ type: 'integer', default: 1 }) version: number = 1;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) at: Date = new Date();

  constructor(person: Person, discussion: Discussion, number: number) {
    this.person = ref(person);
    this.discussion = ref(discussion);
    this.number = number;
  }
}
