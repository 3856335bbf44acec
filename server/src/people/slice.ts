import type { Slice } from '../platform/slice.ts';
import { AboutMutations } from './about.mutations.ts';
import { AvailabilityMutations } from './availability.mutations.ts';
import { AvailabilityWindow } from './availability-window.ts';
import { ContributionKind } from './contribution-kind.ts';
import { CountryExperience } from './country-experience.ts';
import { ExpertiseMutations } from './expertise.mutations.ts';
import { Expertise } from './expertise.ts';
import { LanguageSkill } from './language-skill.ts';
import { LanguagesMutations } from './languages.mutations.ts';
import { personSubject, profileSubject } from './person.live.ts';
import { PersonMutations } from './person.mutations.ts';
import { PersonQueries } from './person.queries.ts';
import { Account, Person, RateLimit, Session, Verification } from './person.ts';
import { CountryExperienceQueries, LanguageSkillQueries, ProfileQueries } from './profile.queries.ts';
import { Profile } from './profile.ts';
import { VisibilityMutations } from './visibility.mutations.ts';

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
  resolvers: [
    PersonQueries,
    ProfileQueries,
    LanguageSkillQueries,
    CountryExperienceQueries,
    PersonMutations,
    AboutMutations,
    ExpertiseMutations,
    LanguagesMutations,
    AvailabilityMutations,
    VisibilityMutations,
  ],
  subjects: [personSubject, profileSubject],
  audiences: [],
};
