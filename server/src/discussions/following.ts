import { PrimaryKeyProp, ref, type Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Person } from '../people/person.ts';
import { Discussion } from './discussion.ts';

/** A person wants to hear of the replies to a discussion, or no longer does. */
@Entity()
@Index({
  name: 'following_discussion',
  expression: 'create index following_discussion on following (discussion_id) where follows',
})
export class Following {
  [PrimaryKeyProp]?: ['person', 'discussion'];
  @ManyToOne(() => Person, { ref: true, primary: true }) person: Ref<Person>;
  @ManyToOne(() => Discussion, { ref: true, primary: true, index: false }) discussion: Ref<Discussion>;
  @Property({ type: 'boolean' }) follows: boolean = true;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) at: Date = new Date();
  @Property({ type: 'integer', default: 1 }) version: number = 1;

  constructor(person: Person, discussion: Discussion) {
    this.person = ref(person);
    this.discussion = ref(discussion);
  }
}
