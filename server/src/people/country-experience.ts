import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { newId } from '../platform/ids.ts';
import { Person } from './person.ts';

export interface CountryFacts {
  country: string;
  role: string | null;
  months: number;
  lastYear: number | null;
}

/** Time a person has worked in a country. */
@Entity()
@Index({ properties: ['person', 'position'] })
@ObjectType({ description: 'Time a person has worked in a country.' })
export class CountryExperience implements CountryFacts {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @ManyToOne(() => Person, { ref: true, index: false }) person: Ref<Person>;
  @Property({ type: 'integer' }) position: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The country, as ISO 3166 alpha-2.' })
  country: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What they did there.' })
  role: string | null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'For how many months in all.' })
  months: number;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'The last year they worked there.' })
  lastYear: number | null;

  constructor(person: Person, position: number, facts: CountryFacts) {
    this.person = ref(person);
    this.position = position;
    this.country = facts.country;
    this.role = facts.role;
    this.months = facts.months;
    this.lastYear = facts.lastYear;
  }
}
