import type { RawBuilder } from 'kysely';
import { sql } from '../platform/sql.ts';
import type { WindowFacts } from './availability-window.ts';
import type { CountryFacts } from './country-experience.ts';
import type { ExpertiseFacts } from './expertise.ts';
import type { LanguageFacts } from './language-skill.ts';
import type { PersonRow } from './person.queries.ts';
import { fieldShownTo, isOwner, privateShownTo, type Onlooker } from './profile.policy.ts';
import type { Profile } from './profile.ts';
import { ProfileField, type Visibility } from './visibility.ts';

/** A person and their profile as the onlooker sees it: what they may not see is null. Flat, from one statement. */
export interface ProfileRow
  extends
    PersonRow,
    Pick<Profile, 'headline' | 'about' | 'profession' | 'organisation' | 'country' | 'place' | 'specialties'>,
    Pick<Profile, 'contributionTypes' | 'hoursAMonth' | 'loadCap' | 'pausedUntil' | 'version'>,
    Pick<Profile, 'regulator' | 'registrationStatus'> {
  expertise: (ExpertiseFacts & { id: string })[] | null;
  languages: LanguageFacts[] | null;
  countryExperience: CountryFacts[] | null;
  availability: WindowFacts[] | null;
  openToMatching: boolean | null;
  email: string | null;
  timeZone: string | null;
  isSuspended: boolean | null;
  visibility: Partial<Record<ProfileField, Visibility>> | null;
}

/** SQL: what `ProfileRow` holds, from person `p`. */
export function profileRows(onlooker: Onlooker): RawBuilder<ProfileRow> {
  const shown = (field: ProfileField, value: RawBuilder<unknown>) =>
    sql`case when ${fieldShownTo(onlooker, field)} then ${value} end`;
  const list = (field: ProfileField, items: RawBuilder<unknown>) =>
    shown(field, sql`coalesce(${items}, '[]'::jsonb)`);
  const own = (value: RawBuilder<unknown>) => sql`case when ${privateShownTo(onlooker)} then ${value} end`;

  return sql`select p.id, p.handle, p.display_name as "displayName", p.role, p.verified_at is not null as "isVerified",
      ${shown(ProfileField.HEADLINE, sql`r.headline`)} as headline,
      ${shown(ProfileField.ABOUT, sql`r.about`)} as about,
      ${shown(ProfileField.PROFESSION, sql`r.profession`)} as profession,
      ${shown(ProfileField.ORGANISATION, sql`r.organisation`)} as organisation,
      ${shown(ProfileField.COUNTRY, sql`r.country`)} as country,
      ${shown(ProfileField.COUNTRY, sql`r.place`)} as place,
      ${list(ProfileField.SPECIALTIES, sql`to_jsonb(r.specialties)`)} as specialties,
      ${list(ProfileField.EXPERTISE, expertiseItems)} as expertise,
      ${list(ProfileField.LANGUAGES, languageItems)} as languages,
      ${list(ProfileField.COUNTRY_EXPERIENCE, countryItems)} as "countryExperience",
      ${list(ProfileField.CONTRIBUTION_TYPES, sql`to_jsonb(r.contribution_types)`)} as "contributionTypes",
      ${list(ProfileField.AVAILABILITY, windowsToCome)} as availability,
      ${shown(ProfileField.AVAILABILITY, sql`r.hours_a_month`)} as "hoursAMonth",
      ${shown(ProfileField.AVAILABILITY, sql`r.load_cap`)} as "loadCap",
      ${shown(ProfileField.AVAILABILITY, sql`case when r.paused_until >= ${notOver} then r.paused_until::text end`)} as "pausedUntil",
      ${shown(ProfileField.REGISTRATION, sql`r.regulator`)} as regulator,
      ${shown(ProfileField.REGISTRATION, sql`r.registration_status`)} as "registrationStatus",
      ${own(sql`coalesce(r.open_to_matching, false)`)} as "openToMatching",
      ${own(sql`p.email`)} as email, case when ${privateShownTo(onlooker)} or ${fieldShownTo(onlooker, ProfileField.COUNTRY)} then p.time_zone end as "timeZone",
      ${own(sql`p.suspended_at is not null`)} as "isSuspended",
      case when ${isOwner(onlooker)} then coalesce(r.visibility, '{}'::jsonb) end as visibility,
      coalesce(r.version, 0) as version
    from person p left join profile r on r.person_id = p.id`;
}

/** SQL: the lists that belong to person `p`, each as JSON in its order, or null when there is nothing in it. */

export const expertiseItems: RawBuilder<unknown> = sql`(
  select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'level', x.level, 'years', x.years,
    'lastUsed', x.last_used, 'evidence', x.evidence) order by x.position)
  from expertise x where x.person_id = p.id)`;

export const languageItems: RawBuilder<unknown> = sql`(
  select jsonb_agg(jsonb_build_object('tag', l.tag, 'speaking', l.speaking, 'reading', l.reading,
    'writing', l.writing) order by l.position)
  from language_skill l where l.person_id = p.id)`;

export const countryItems: RawBuilder<unknown> = sql`(
  select jsonb_agg(jsonb_build_object('country', c.country, 'role', c.role, 'months', c.months,
    'lastYear', c.last_year) order by c.position)
  from country_experience c where c.person_id = p.id)`;

export const windowItems: RawBuilder<unknown> = windowsWhere(sql`true`);

/** Not over anywhere on earth yet; see `earliestToday`. */
const notOver: RawBuilder<unknown> = sql`(now() at time zone 'UTC' - interval '12 hours')::date`;
const windowsToCome: RawBuilder<unknown> = windowsWhere(sql`w.to_day >= ${notOver}`);

function windowsWhere(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
  select jsonb_agg(jsonb_build_object('from', w.from_day, 'to', w.to_day) order by w.from_day, w.id)
  from availability_window w where w.person_id = p.id and ${condition})`;
}
