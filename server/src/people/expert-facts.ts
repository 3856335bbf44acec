import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import type { CountryFacts } from './country-experience.ts';
import type { ExpertiseFacts } from './expertise.ts';
import type { LanguageFacts } from './language-skill.ts';
import { fieldShownTo } from './profile.policy.ts';
import { countryItems, expertiseItems, languageItems, windowItems } from './profile.rows.ts';
import { ProfileField } from './visibility.ts';

/** One person as matching knows them, from their profile alone. Dates are ISO dates, countries alpha-2, languages BCP 47. */
export type ExpertProfileFacts = {
  id: string;
  displayName: string;
  profession: string | null;
  specialties: string[];
  expertise: ExpertiseFacts[];
  languages: LanguageFacts[];
  countryExperience: CountryFacts[];
  baseCountry: string | null;
  contributionTypes: string[];
  availability: { from: string; to: string | null }[];
  hoursAMonth: number | null;
  loadCap: number | null;
  /** What was asked and agreed is not the profile's to know: nothing, until matching fills these three in. */
  load: number;
  asksLastYear: number;
  lastEngagedAt: string | null;
  pausedUntil: string | null;
  /** Staff checked who they are, and no registration they state is unverified or has run out. */
  isVerified: boolean;
  regulator: string | null;
  organisation: string | null;
  openToMatching: boolean;
  about: string;
  evidenceTexts: { id: string; title: string; text: string }[];
};

/**
 * The people of these ids, or everyone with a profile, in one statement. Suspended people are left out, and what a
 * person hides from staff too: a reason would tell it. A pause and a load cap protect the person and always count.
 */
export async function expertFacts(
  em: EntityManager,
  ids: readonly string[] | 'all',
): Promise<ExpertProfileFacts[]> {
  const found = await rows<Omit<ExpertProfileFacts, 'load' | 'asksLastYear' | 'lastEngagedAt'>>(
    em,
    sql`
    select p.id, p.display_name as "displayName",
      ${shown(ProfileField.PROFESSION, 'profession')} as profession,
      ${list(ProfileField.SPECIALTIES, sql`to_jsonb(r.specialties)`)} as specialties,
      ${list(ProfileField.EXPERTISE, expertiseItems)} as expertise,
      ${list(ProfileField.LANGUAGES, languageItems)} as languages,
      ${list(ProfileField.COUNTRY_EXPERIENCE, countryItems)} as "countryExperience",
      ${shown(ProfileField.COUNTRY, 'country')} as "baseCountry",
      ${list(ProfileField.CONTRIBUTION_TYPES, sql`to_jsonb(r.contribution_types)`)} as "contributionTypes",
      ${list(ProfileField.AVAILABILITY, windowItems)} as availability,
      ${shown(ProfileField.AVAILABILITY, 'hours_a_month')} as "hoursAMonth",
      r.load_cap as "loadCap", r.paused_until::text as "pausedUntil",
      p.verified_at is not null and coalesce(r.registration_status, 'VERIFIED') = 'VERIFIED' as "isVerified",
      ${shown(ProfileField.REGISTRATION, 'regulator')} as regulator,
      ${shown(ProfileField.ORGANISATION, 'organisation')} as organisation,
      coalesce(r.open_to_matching, false) as "openToMatching",
      coalesce(${shown(ProfileField.ABOUT, 'about')}, '') as about,
      ${list(ProfileField.EVIDENCE, evidenceItems)} as "evidenceTexts"
    from person p left join profile r on r.person_id = p.id
    where p.suspended_at is null and ${ids === 'all' ? sql`r.person_id is not null` : sql`p.id = any(${ids}::uuid[])`}
    order by p.id`,
  );
  return found.map((row) => ({ ...row, load: 0, asksLastYear: 0, lastEngagedAt: null }));
}

const evidenceItems: typeof expertiseItems = sql`(
  select jsonb_agg(jsonb_build_object('id', e.id, 'title', e.title, 'text', e.body) order by e.position, e.id)
  from evidence e where e.person_id = p.id)`;

function shown(field: ProfileField, column: string) {
  return sql`case when ${fieldShownTo('MATCHING', field)} then ${sql.ref(`r.${column}`)} end`;
}

function list(field: ProfileField, items: typeof expertiseItems) {
  return sql`coalesce(case when ${fieldShownTo('MATCHING', field)} then ${items} end, '[]'::jsonb)`;
}
