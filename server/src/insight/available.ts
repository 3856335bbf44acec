import { fieldShownTo } from '../people/profile.policy.ts';
import { ProfileField } from '../people/visibility.ts';
import { sql } from '../platform/sql.ts';

/** SQL: person `p` with profile `r` can be asked today: verified, open to matching and not pausing. */
export const isAvailable = sql<boolean>`(p.suspended_at is null and p.verified_at is not null and r.open_to_matching
  and (r.paused_until is null or r.paused_until <= current_date))`;

/** SQL: what they say they know may be counted. */
export const showsExpertise = fieldShownTo('MATCHING', ProfileField.EXPERTISE);

/** SQL: where they live may be counted. */
export const showsCountry = fieldShownTo('MATCHING', ProfileField.COUNTRY);

/** SQL: expertise `e` is what `key`, in small letters, asks for: one name holds the other. */
export function isKnownAs(key: ReturnType<typeof sql>) {
  return sql<boolean>`(position(${key} in lower(e.name)) > 0 or position(lower(e.name) in ${key}) > 0)`;
}
