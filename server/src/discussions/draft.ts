import { PrimaryKeyProp, ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../people/person.ts';

/**
 * What a person has begun to write, one for each place. Once posted or discarded its row stays, empty: the version then
 * only ever rises, and no page can take an older text for a newer one.
 */
@Entity()
@ObjectType({ description: 'What the viewer has begun to write in one place.' })
export class Draft {
  [PrimaryKeyProp]?: ['person', 'place'];
  @ManyToOne(() => Person, { ref: true, primary: true }) person: Ref<Person>;

  @PrimaryKey({ type: 'text' })
  @Field(() => String, { description: 'Where it is written, such as discussion:<id>.' })
  place: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The text, as typed; empty once it was posted or discarded.' })
  body: string;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Rises with every change.' })
  version: number = 1;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When it was last changed.' })
  updatedAt: Date = new Date();

  constructor(person: Person, place: string, body: string) {
    this.person = ref(person);
    this.place = place;
    this.body = body;
  }
}
