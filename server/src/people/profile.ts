import { PrimaryKeyProp, ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Day } from '../platform/instant.ts';
import { TextArray } from '../platform/text-array.ts';
import { Person } from './person.ts';
import {
  DEFAULT_VISIBILITY,
  type FieldVisibility,
  type ProfileField,
  type Visibility,
} from './visibility.ts';

export enum RegistrationStatus {
  SELF_DECLARED = 'SELF_DECLARED',
  VERIFIED = 'VERIFIED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(RegistrationStatus, {
  name: 'RegistrationStatus',
  description: 'How sure a professional registration is.',
  valuesConfig: {
    SELF_DECLARED: { description: 'They say so.' },
    VERIFIED: { description: 'Staff looked it up.' },
    EXPIRED: { description: 'It has run out.' },
  },
});

/** What a person offers. The row is made at the first edit; without one everything is at its default. */
@Entity()
@ObjectType({ description: 'What a person offers. A field the viewer may not see is null.' })
export class Profile {
  [PrimaryKeyProp]?: 'person';
  @OneToOne(() => Person, { ref: true, owner: true, primary: true }) person: Ref<Person>;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What they do, in one line.' })
  headline: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'About them, in their own words: plain text.' })
  about: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Their profession.' })
  profession: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where they work. It earns nothing in matching.' })
  organisation: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The country they are based in, as ISO 3166 alpha-2.' })
  country: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The town or region they are based in.' })
  place: string | null = null;

  @Property({ type: TextArray, defaultRaw: "'{}'" })
  @Field(() => [String], { nullable: true, description: 'Their specialties.' })
  specialties: string[] | null = [];

  @Property({ type: TextArray, defaultRaw: "'{}'" })
  @Field(() => [String], { nullable: true, description: 'Codes of the kinds of work they offer.' })
  contributionTypes: string[] | null = [];

  @Property({ type: 'integer', nullable: true, fieldName: 'hours_a_month' })
  @Field(() => Int, { nullable: true, description: 'Hours a month they can give.' })
  hoursAMonth: number | null = null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'The most engagements they take at once.' })
  loadCap: number | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => Day, { nullable: true, description: 'Not to be asked before this day.' })
  pausedUntil: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they may be matched to requests. Told to them and staff.',
  })
  openToMatching: boolean = false;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The body they are registered with, such as GMC.' })
  regulator: string | null = null;

  @Enum({ items: () => RegistrationStatus, type: 'text', nullable: true })
  @Field(() => RegistrationStatus, { nullable: true, description: 'How sure the registration is.' })
  registrationStatus: RegistrationStatus | null = null;

  /** Only what differs from the default. */
  @Property({ type: 'json', defaultRaw: "'{}'" })
  visibility: Partial<Record<ProfileField, Visibility>> = {};

  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'Rises with every change; 0 before the first.' })
  version: number = 0;

  constructor(person: Person) {
    this.person = ref(person);
  }

  /** Keeps what differs from the default; of two choices for one field the last counts. */
  show(choices: readonly FieldVisibility[]): void {
    const chosen = { ...this.visibility };
    for (const { field, visibility } of choices) {
      if (visibility === DEFAULT_VISIBILITY) delete chosen[field];
      else chosen[field] = visibility;
    }
    this.visibility = chosen;
  }

  /** Another body than the one staff looked up is again only what the person says. */
  registerWith(regulator: string | null): void {
    if (regulator === this.regulator) return;
    this.regulator = regulator;
    this.registrationStatus = regulator ? RegistrationStatus.SELF_DECLARED : null;
  }

  /** Nobody asks them before this day, nor before a later one they chose already. */
  restUntil(day: string): void {
    if (this.pausedUntil && this.pausedUntil >= day) return;
    this.pausedUntil = day;
    this.version += 1;
  }

  /** Staff looked the registration up, or take that back; says whether anything changed. */
  vouch(verified: boolean): boolean {
    const status = verified ? RegistrationStatus.VERIFIED : RegistrationStatus.SELF_DECLARED;
    if (!this.regulator || this.registrationStatus === status) return false;
    this.registrationStatus = status;
    this.version += 1;
    return true;
  }
}
