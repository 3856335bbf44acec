import type { RawBuilder } from 'kysely';
import { sql } from '../platform/sql.ts';
import { isStaff, type Viewer } from './viewer.ts';
import { DEFAULT_VISIBILITY, type ProfileField, Visibility } from './visibility.ts';

/** Who asks to see a profile: somebody looking, or the matching engine, which sees what staff see. */
export type Onlooker = Pick<Viewer, 'id' | 'role'> | 'MATCHING' | null;

/**
 * SQL: the onlooker may see this field of profile `r` of person `p`. The one place that knows: every read asks it,
 * and so does every search, so that looking for a word cannot tell what the page does not show.
 */
export function fieldShownTo(onlooker: Onlooker, field: ProfileField): RawBuilder<boolean> {
  const chosen = sql`coalesce(r.visibility ->> ${sql.lit(field)}, ${sql.lit(DEFAULT_VISIBILITY)})`;
  const open = sql`${chosen} in (${sql.join(shownLevels(onlooker).map((level) => sql.lit(level)))})`;
  return sql`(${isOwner(onlooker)} or (${maySeeSuspended(onlooker)} or p.suspended_at is null) and ${open})`;
}

/** SQL: for what only a person themselves and staff are told of person `p`, such as the address they sign in with. */
export function privateShownTo(onlooker: Onlooker): RawBuilder<boolean> {
  return seesAsStaff(onlooker) ? sql`true` : isOwner(onlooker);
}

/** SQL: the onlooker is person `p`. */
export function isOwner(onlooker: Onlooker): RawBuilder<boolean> {
  return onlooker && onlooker !== 'MATCHING' ? sql`(p.id = ${onlooker.id})` : sql`false`;
}

/** Which choices of an owner show a field to this onlooker. */
export function shownLevels(onlooker: Onlooker): Visibility[] {
  if (!onlooker) return [Visibility.PUBLIC];
  if (!seesAsStaff(onlooker)) return [Visibility.PUBLIC, Visibility.MEMBERS];
  return [Visibility.PUBLIC, Visibility.MEMBERS, Visibility.STAFF];
}

function maySeeSuspended(onlooker: Onlooker): RawBuilder<boolean> {
  return seesAsStaff(onlooker) ? sql`true` : sql`false`;
}

function seesAsStaff(onlooker: Onlooker): boolean {
  return onlooker === 'MATCHING' || (onlooker !== null && isStaff(onlooker));
}
