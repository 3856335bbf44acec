import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { newId } from '../platform/ids.ts';
import { Day } from '../platform/instant.ts';
import { Person } from './person.ts';

/** What a piece of evidence is a record of. All count alike: prestige of a kind earns nothing. */
export enum EvidenceKind {
  CONTRIBUTION = 'CONTRIBUTION',
  ROLE = 'ROLE',
  PROJECT = 'PROJECT',
  PUBLICATION = 'PUBLICATION',
  TEACHING = 'TEACHING',
  SKILLS = 'SKILLS',
  OUTCOME = 'OUTCOME',
}
registerEnumType(EvidenceKind, {
  name: 'EvidenceKind',
  description: 'What a piece of evidence is a record of. All kinds count alike in matching.',
  valuesConfig: {
    CONTRIBUTION: { description: 'Something given to others: advice, a review, a talk.' },
    ROLE: { description: 'A post held.' },
    PROJECT: { description: 'A piece of work with an end.' },
    PUBLICATION: { description: 'Something published.' },
    TEACHING: { description: 'Teaching or training given.' },
    SKILLS: { description: 'What one can do, described together.' },
    OUTCOME: { description: 'What came of work.' },
  },
});

/** Where a piece of evidence came from. */
export enum EvidenceSource {
  OWN = 'OWN',
  REGISTER = 'REGISTER',
  HUB = 'HUB',
}
registerEnumType(EvidenceSource, {
  name: 'EvidenceSource',
  description: 'Where a piece of evidence came from.',
  valuesConfig: {
    OWN: { description: 'Its owner wrote it.' },
    REGISTER: { description: 'It came with a register.' },
    HUB: { description: 'The hub noted it when work for a request was done.' },
  },
});

/** Something a person did, in words: what matching reads of them beside their profile. */
@Entity()
@Index({ properties: ['person', 'position'] })
@ObjectType('EvidenceItem', { description: 'Something a person did, in words. Matching reads it.' })
export class Evidence {
  @PrimaryKey({ type: 'uuid' }) @Field(() => ID, { description: 'Global id.' }) id: string = newId();
  @ManyToOne(() => Person, { ref: true, index: false, deleteRule: 'cascade' }) person: Ref<Person>;
  @Property({ type: 'integer' }) position: number;
  @Enum({ items: () => EvidenceKind, type: 'text' })
  @Field(() => EvidenceKind, { description: 'What it is a record of.' })
  kind: EvidenceKind;
  @Property({ type: 'text' }) @Field(() => String, { description: 'What it is called.' }) title: string;
  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was done: plain text, may be empty.' })
  body: string;
  /** The day it was done or published, where known. */
  @Property({ type: 'date', nullable: true })
  @Field(() => Day, { nullable: true, description: 'When it was done or published, where known.' })
  day: string | null;
  @Enum({ items: () => EvidenceSource, type: 'text', default: EvidenceSource.OWN })
  @Field(() => EvidenceSource, { description: 'Where it came from.' })
  source: EvidenceSource;
  /** What of the hub it came from: a response, of which people know nothing. */
  @Property({ type: 'uuid', nullable: true, unique: true }) originId: string | null = null;
  /** Never told to visitors, whoever its owner shows their evidence to: it speaks of what only members may read. */
  @Property({ type: 'boolean', default: false }) membersOnly: boolean = false;

  constructor(
    person: Person,
    facts: Pick<Evidence, 'position' | 'kind' | 'title' | 'body' | 'day' | 'source'>,
  ) {
    this.person = ref(person);
    Object.assign(this, facts);
  }
}

/** A piece of evidence as answers carry it. */
export type EvidenceFacts = Pick<Evidence, 'id' | 'kind' | 'title' | 'body' | 'day' | 'source'>;
