import { AvailabilityWindow } from '../people/availability-window.ts';
import { CountryExperience } from '../people/country-experience.ts';
import { Expertise } from '../people/expertise.ts';
import { LanguageSkill } from '../people/language-skill.ts';
import type { Person } from '../people/person.ts';
import { Profile, RegistrationStatus } from '../people/profile.ts';
import type { ProfileField, Visibility } from '../people/visibility.ts';
import type { EntityManager } from '../platform/database.ts';
import type { DemoDays } from './days.ts';
import type { DemoProfile } from './shape.ts';

/** Keeps what a person of the demo offers. */
export function keepProfile(em: EntityManager, person: Person, known: DemoProfile, days: DemoDays): void {
  const { headline, about, profession, organisation, country, place, specialties } = known;
  const { contributionTypes, hoursAMonth, openToMatching, regulator } = known;
  const profile = Object.assign(new Profile(person), {
    ...{ headline, about, profession, organisation, country, place, specialties },
    ...{ contributionTypes, hoursAMonth, openToMatching, regulator },
    loadCap: known.loadCap || null,
    pausedUntil: known.pausedUntilDay === null ? null : days.day(known.pausedUntilDay),
    registrationStatus: known.registration && REGISTRATIONS[known.registration],
    visibility: visibilityOf(known.visibility),
  });
  em.persist([
    profile,
    ...known.expertise.map((facts, at) => new Expertise(person, at + 1, facts)),
    ...known.languages.map((facts, at) => new LanguageSkill(person, at + 1, facts)),
    ...known.countryExperience.map((facts, at) => new CountryExperience(person, at + 1, facts)),
    ...known.availability.map(
      ({ fromDay, toDay }) =>
        new AvailabilityWindow(person, { from: days.day(fromDay), to: days.day(toDay) }),
    ),
  ]);
}

const REGISTRATIONS = {
  verified: RegistrationStatus.VERIFIED,
  self_declared: RegistrationStatus.SELF_DECLARED,
  expired: RegistrationStatus.EXPIRED,
};

/** The files write `countryExperience` where the hub says COUNTRY_EXPERIENCE. */
function visibilityOf(known: Record<string, Visibility>): Partial<Record<ProfileField, Visibility>> {
  const fields = Object.entries(known).map(([name, who]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
    who,
  ]);
  return Object.fromEntries(fields) as Partial<Record<ProfileField, Visibility>>;
}
