import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, OneToOne, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { Response } from './response.ts';

export enum Assessment {
  NONE = 'NONE',
  MANAGE = 'MANAGE',
  EXCLUDE = 'EXCLUDE',
}
registerEnumType(Assessment, {
  name: 'Assessment',
  description: 'What staff make of a declaration.',
  valuesConfig: {
    NONE: { description: 'Nothing stands in the way.' },
    MANAGE: { description: 'An interest that is known and managed.' },
    EXCLUDE: { description: 'An interest that rules the person out.' },
  },
});

/** What the expert declares. A change makes what was assessed before worth nothing. */
export interface Declared {
  hasInterests: boolean;
  interests: string;
  confidentiality: boolean;
  employerConsent: boolean;
}

@Entity()
@ObjectType({ description: 'What an expert declares with a response, and what staff make of it.' })
export class Declaration {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @OneToOne(() => Response, { ref: true, owner: true }) response: Ref<Response>;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'There are interests to declare.' })
  hasInterests: boolean;

  @Property({ type: 'text', default: '' })
  @Field(() => String, {
    nullable: true,
    description: 'Which; null for staff until the responses close, and when there are none.',
  })
  interests: string | null;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'What they learn stays with them.' })
  confidentiality: boolean;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Their employer agrees, or need not be asked.' })
  employerConsent: boolean;

  @Enum({ items: () => Assessment, type: 'text', nullable: true })
  @Field(() => Assessment, { nullable: true, description: 'What staff made of it; null until they have.' })
  assessment: Assessment | null = null;

  @Property({ type: 'text', default: '' })
  @Field(() => String, { nullable: true, description: 'What staff noted about it; told to staff alone.' })
  note: string = '';

  @ManyToOne(() => Person, { ref: true, nullable: true, index: false })
  @Field(() => Person, { nullable: true, description: 'Who assessed it: never the expert.' })
  assessedBy: Ref<Person> | null = null;

  @Property({ type: 'timestamptz', nullable: true }) assessedAt: Date | null = null;

  constructor(response: Response, declared: Declared) {
    this.response = ref(response);
    this.declare(declared);
  }

  declare({ hasInterests, interests, confidentiality, employerConsent }: Declared): void {
    const isSame =
      this.hasInterests === hasInterests &&
      this.interests === interests &&
      this.employerConsent === employerConsent;
    Object.assign(this, { hasInterests, interests, confidentiality, employerConsent });
    if (isSame) return;
    Object.assign(this, { assessment: null, note: '', assessedBy: null, assessedAt: null });
  }

  assess(assessment: Assessment, note: string, by: Person, at: Date = new Date()): void {
    this.assessment = assessment;
    this.note = note;
    this.assessedBy = ref(by);
    this.assessedAt = at;
  }
}
