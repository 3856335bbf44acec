import type { RawBuilder } from 'kysely';
import { viewerId, type Context } from '../people/viewer.ts';
import { actsAsStaff } from '../people/acting.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { firstRow, sql } from '../platform/sql.ts';
import * as say from '../platform/say/generated/requests.ts';
import type { Programme } from './programme.ts';

/** A programme, with where the viewer stands in it. */
export interface ProgrammeRow extends Pick<
  Programme,
  'id' | 'slug' | 'name' | 'purpose' | 'membersMayRaise'
> {
  isProgrammeStaff: boolean;
  isSignedIn: boolean;
}

/** SQL: what `ProgrammeRow` holds, from programme `p`. Everyone may know of every programme. */
export function programmeRows(me: string | null): RawBuilder<ProgrammeRow> {
  return sql`select p.id, p.slug, p.name, p.purpose, p.members_may_raise as "membersMayRaise",
      v.id is not null as "isSignedIn", ps.person_id is not null as "isProgrammeStaff"
    from programme p
    left join person v on v.id = ${me} and v.suspended_at is null
    left join programme_staff ps on ps.programme_id = p.id and ps.person_id = v.id and ${actsAsStaff('v')}`;
}

/** One programme, or null: a form may name one that is gone. */
export function findProgramme(context: Context, id: string): Promise<ProgrammeRow | null> {
  return firstRow(context.em, sql`${programmeRows(viewerId(context))} where p.id::text = ${id}`);
}

/** Its staff draft requests; in a programme that members may raise requests in, everyone signed in does. */
export function whyNotDraft(
  programme: Pick<ProgrammeRow, 'isProgrammeStaff' | 'isSignedIn' | 'membersMayRaise'> | null,
): Problem | null {
  if (!programme)
    return { code: ProblemCode.NOT_VALID, field: 'programmeId', message: say.noSuchProgramme() };
  if (programme.isProgrammeStaff || (programme.membersMayRaise && programme.isSignedIn)) return null;
  const message = say.onlyItsStaffPost();
  return { code: ProblemCode.NOT_ALLOWED, field: 'programmeId', message };
}
