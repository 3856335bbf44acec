import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { newId } from '../platform/ids.ts';
import { Person } from './person.ts';

export enum LanguageLevel {
  A1 = 'A1',
  A2 = 'A2',
  B1 = 'B1',
  B2 = 'B2',
  C1 = 'C1',
  C2 = 'C2',
  NATIVE = 'NATIVE',
}
registerEnumType(LanguageLevel, {
  name: 'LanguageLevel',
  description: 'How well a person uses a language: the Common European Framework, or from birth.',
  valuesConfig: {
    A1: { description: 'A few phrases.' },
    A2: { description: 'Everyday matters.' },
    B1: { description: 'Gets by at work.' },
    B2: { description: 'Works in it.' },
    C1: { description: 'Works in it with ease.' },
    C2: { description: 'As well as those who grew up with it.' },
    NATIVE: { description: 'Grew up with it.' },
  },
});

export interface LanguageFacts {
  tag: string;
  speaking: LanguageLevel | null;
  reading: LanguageLevel | null;
  writing: LanguageLevel | null;
}

/** A language a person knows, each skill by itself. */
@Entity()
@Index({ properties: ['person', 'position'] })
@ObjectType({ description: 'A language a person knows, each skill by itself.' })
export class LanguageSkill implements LanguageFacts {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @ManyToOne(() => Person, { ref: true, index: false }) person: Ref<Person>;
  @Property({ type: 'integer' }) position: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The language, as a BCP 47 tag.' })
  tag: string;

  @Enum({ items: () => LanguageLevel, type: 'text', nullable: true })
  @Field(() => LanguageLevel, { nullable: true, description: 'Speaking.' })
  speaking: LanguageLevel | null;

  @Enum({ items: () => LanguageLevel, type: 'text', nullable: true })
  @Field(() => LanguageLevel, { nullable: true, description: 'Reading.' })
  reading: LanguageLevel | null;

  @Enum({ items: () => LanguageLevel, type: 'text', nullable: true })
  @Field(() => LanguageLevel, { nullable: true, description: 'Writing.' })
  writing: LanguageLevel | null;

  constructor(person: Person, position: number, facts: LanguageFacts) {
    this.person = ref(person);
    this.position = position;
    this.tag = facts.tag;
    this.speaking = facts.speaking;
    this.reading = facts.reading;
    this.writing = facts.writing;
  }
}
