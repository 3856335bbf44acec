import type { Slice } from '../platform/slice.ts';
import { AboutMutations } from './about.mutations.ts';
import { ApprovalMutations } from './approval.mutations.ts';
import { ApprovalQueries } from './approval.queries.ts';
import { AvailabilityMutations } from './availability.mutations.ts';
import { AvailabilityWindow } from './availability-window.ts';
import { ContributionKind } from './contribution-kind.ts';
import { ContributionTypeMutations } from './contribution-type.mutations.ts';
import { CountryExperience } from './country-experience.ts';
import { EvidenceMutations } from './evidence.mutations.ts';
import { EvidenceQueries } from './evidence.queries.ts';
import { Evidence } from './evidence.ts';
import { ExpertiseMutations } from './expertise.mutations.ts';
import { Expertise } from './expertise.ts';
import { LanguageSkill } from './language-skill.ts';
import { LanguagesMutations } from './languages.mutations.ts';
import { OwnAccountQueries } from './own-account.queries.ts';
import { personSubject, preferencesSubject, profileSubject, sessionSubject } from './person.live.ts';
import { PersonMutations } from './person.mutations.ts';
import { PersonQueries } from './person.queries.ts';
import { Account, Person, RateLimit, Session, Verification } from './person.ts';
import { PreferencesMutations } from './preferences.mutations.ts';
import { PreferencesQueries } from './preferences.queries.ts';
import { Preferences } from './preferences.ts';
import { CountryExperienceQueries, LanguageSkillQueries, ProfileQueries } from './profile.queries.ts';
import { Profile } from './profile.ts';
import { TwoFactor } from './second-step.ts';
import { SessionMutations } from './session.mutations.ts';
import { VisibilityMutations } from './visibility.mutations.ts';

export const people: Slice = {
  name: 'people',
  entities: [
    Person,
    Session,
    Account,
    Verification,
    RateLimit,
    Preferences,
    TwoFactor,
    Profile,
    Expertise,
    LanguageSkill,
    CountryExperience,
    AvailabilityWindow,
    Evidence,
    ContributionKind,
  ],
  resolvers: [
    PersonQueries,
    ProfileQueries,
    LanguageSkillQueries,
    CountryExperienceQueries,
    PersonMutations,
    ApprovalQueries,
    ApprovalMutations,
    AboutMutations,
    EvidenceQueries,
    EvidenceMutations,
    ExpertiseMutations,
    LanguagesMutations,
    AvailabilityMutations,
    VisibilityMutations,
    ContributionTypeMutations,
    PreferencesQueries,
    OwnAccountQueries,
    SessionMutations,
    PreferencesMutations,
  ],
  subjects: [personSubject, profileSubject, preferencesSubject, sessionSubject],
  audiences: [],
};
