import type { Slice } from '../platform/slice.ts';
import { AvailabilityWindow } from './availability-window.ts';
import { ContributionKind } from './contribution-kind.ts';
import { CountryExperience } from './country-experience.ts';
import { Expertise } from './expertise.ts';
import { LanguageSkill } from './language-skill.ts';
import { PersonQueries } from './person.queries.ts';
import { Account, Person, RateLimit, Session, Verification } from './person.ts';
import { Profile } from './profile.ts';

export const people: Slice = {
  name: 'people',
  entities: [
    Person,
    Session,
    Account,
    Verification,
    RateLimit,
    Profile,
    Expertise,
    LanguageSkill,
    CountryExperience,
    AvailabilityWindow,
    ContributionKind,
  ],
  resolvers: [PersonQueries],
  subjects: [],
  audiences: [],
};
