import { PrimaryKeyProp, ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from './person.ts';

/** The languages the hub itself speaks, by their tags. */
export enum HubLanguage {
  EN = 'en',
  FR = 'fr',
  AR = 'ar',
}
registerEnumType(HubLanguage, {
  name: 'HubLanguage',
  description: 'A language the hub itself speaks.',
  valuesConfig: {
    EN: { description: 'English.' },
    FR: { description: 'French.' },
    AR: { description: 'Arabic.' },
  },
});

export enum ColourScheme {
  SYSTEM = 'system',
  LIGHT = 'light',
  DARK = 'dark',
}
registerEnumType(ColourScheme, {
  name: 'ColourScheme',
  description: 'How light pages are.',
  valuesConfig: {
    SYSTEM: { description: 'As the device asks.' },
    LIGHT: { description: 'Dark text on light.' },
    DARK: { description: 'Light text on dark.' },
  },
});

/** What a screen reader is told of news on the page. */
export enum Announcements {
  OFF = 'off',
  COUNT = 'count',
  AUTHOR = 'author',
}
registerEnumType(Announcements, {
  name: 'Announcements',
  description: 'What is said aloud, by a screen reader, of news on the page.',
  valuesConfig: {
    OFF: { description: 'Nothing.' },
    COUNT: { description: 'How many replies are new.' },
    AUTHOR: { description: 'How many, and by whom.' },
  },
});

/** How a person wants the hub. The row is made at the first choice; without one everything is at its default. */
@Entity()
@ObjectType({ description: 'How a person wants the hub.' })
export class Preferences {
  [PrimaryKeyProp]?: 'person';
  @OneToOne(() => Person, { ref: true, owner: true, primary: true }) person: Ref<Person>;

  @Enum({ items: () => HubLanguage, type: 'text', nullable: true })
  @Field(() => HubLanguage, {
    nullable: true,
    description: 'Which language; null for the one the browser asks.',
  })
  language: HubLanguage | null = null;

  @Enum({ items: () => ColourScheme, type: 'text', default: ColourScheme.SYSTEM })
  @Field(() => ColourScheme, { description: 'How light.' })
  scheme: ColourScheme = ColourScheme.SYSTEM;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Without pictures, charts and maps, for a weak connection.' })
  textOnly: boolean = false;

  @Enum({ items: () => Announcements, type: 'text', default: Announcements.COUNT })
  @Field(() => Announcements, { description: 'What a screen reader is told of news.' })
  announcements: Announcements = Announcements.COUNT;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Single keys are shortcuts.' })
  shortcuts: boolean = false;

  @Property({ type: 'boolean', default: true })
  @Field(() => Boolean, { description: 'Pages follow what happens while they are open.' })
  live: boolean = true;

  @Property({ type: 'integer', default: 0 }) version: number = 0;

  constructor(person: Person) {
    this.person = ref(person);
  }
}

export type PreferenceFacts = Pick<
  Preferences,
  'language' | 'scheme' | 'textOnly' | 'announcements' | 'shortcuts' | 'live'
>;

/** What holds for whoever has not chosen. */
export const DEFAULT_PREFERENCES: PreferenceFacts = {
  language: null,
  scheme: ColourScheme.SYSTEM,
  textOnly: false,
  announcements: Announcements.COUNT,
  shortcuts: false,
  live: true,
};
