import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { newId } from '../platform/ids.ts';
import { Person } from './person.ts';

export enum ExpertiseLevel {
  LEARNING = 'LEARNING',
  WORKING = 'WORKING',
  EXPERIENCED = 'EXPERIENCED',
  LEADING = 'LEADING',
}
registerEnumType(ExpertiseLevel, {
  name: 'ExpertiseLevel',
  description: 'How well a person knows something.',
  valuesConfig: {
    LEARNING: { description: 'Still learning it.' },
    WORKING: { description: 'Uses it at work.' },
    EXPERIENCED: { description: 'Others ask them.' },
    LEADING: { description: 'Leads others in it.' },
  },
});

export interface ExpertiseFacts {
  name: string;
  level: ExpertiseLevel;
  years: number | null;
  lastUsed: number | null;
  evidence: string | null;
}

/** One thing a person knows. */
@Entity()
@Index({ properties: ['person', 'position'] })
@ObjectType({ description: 'One thing a person knows.' })
export class Expertise implements ExpertiseFacts {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();
  @ManyToOne(() => Person, { ref: true, index: false }) person: Ref<Person>;
  @Property({ type: 'integer' }) position: number;

  @Property({ type: 'text' }) @Field(() => String, { description: 'What.' }) name: string;

  @Enum({ items: () => ExpertiseLevel, type: 'text' })
  @Field(() => ExpertiseLevel, { description: 'How well.' })
  level: ExpertiseLevel;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'For how many years.' })
  years: number | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'The year it was last used.' })
  lastUsed: number | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What they did with it, in a sentence or two.' })
  evidence: string | null;

  constructor(person: Person, position: number, facts: ExpertiseFacts) {
    this.person = ref(person);
    this.position = position;
    this.name = facts.name;
    this.level = facts.level;
    this.years = facts.years;
    this.lastUsed = facts.lastUsed;
    this.evidence = facts.evidence;
  }
}
