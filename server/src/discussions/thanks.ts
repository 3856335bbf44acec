import { PrimaryKeyProp, ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Person } from '../people/person.ts';
import { Reply } from './reply.ts';

/** One person thanks another for a reply. Taken back, it is as if it had not been given. */
@Entity()
export class Thanks {
  [PrimaryKeyProp]?: ['reply', 'person'];
  @ManyToOne(() => Reply, { ref: true, primary: true }) reply: Ref<Reply>;
  @ManyToOne(() => Person, { ref: true, primary: true, index: false }) person: Ref<Person>;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) at: Date = new Date();

  constructor(reply: Reply, person: Person) {
    this.reply = ref(reply);
    this.person = ref(person);
  }
}
