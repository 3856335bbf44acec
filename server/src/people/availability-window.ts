import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { newId } from '../platform/ids.ts';
import { Day } from '../platform/instant.ts';
import { Person } from './person.ts';

export interface WindowFacts {
  from: string;
  to: string;
}

/** Days on which a person can be asked to work, the first and the last included. */
@Entity()
@Index({ properties: ['person', 'from'] })
@ObjectType({ description: 'Days on which a person can work, the first and the last included.' })
export class AvailabilityWindow implements WindowFacts {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @ManyToOne(() => Person, { ref: true, index: false }) person: Ref<Person>;

  @Property({ type: 'date', fieldName: 'from_day' })
  @Field(() => Day, { description: 'The first day.' })
  from: string;

  @Property({ type: 'date', fieldName: 'to_day' })
  @Field(() => Day, { description: 'The last day.' })
  to: string;

  constructor(person: Person, { from, to }: WindowFacts) {
    this.person = ref(person);
    this.from = from;
    this.to = to;
  }
}
