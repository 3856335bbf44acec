import { PrimaryKeyProp, ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Person } from '../people/person.ts';
import { Request } from '../requests/request.ts';

/** A member of staff asked to see who the matches of a request are. Kept for good: a choice made blind is worth knowing. */
@Entity()
export class Reveal {
  [PrimaryKeyProp]?: ['request', 'person'];
  @ManyToOne(() => Request, { ref: true, primary: true, index: false }) request: Ref<Request>;
  @ManyToOne(() => Person, { ref: true, primary: true, index: false }) person: Ref<Person>;
  @Property({ type: 'timestamptz' }) at: Date = new Date();

  constructor(request: Request, person: Person) {
    this.request = ref(request);
    this.person = ref(person);
  }
}
