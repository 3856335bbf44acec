import type { PersonRow } from '../people/person.queries.ts';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { latestInvitations, type InvitationRow } from './invitation.queries.ts';
import type { Match } from './match.ts';
import type { Match as Ranked } from './shapes.ts';
import type { Load } from './workload.ts';

/** Ranked people as they are shown: who they are and how they were invited, in two statements. */
export async function shownMatches(
  em: EntityManager,
  requestId: string,
  ranked: readonly Ranked[],
  loads: ReadonlyMap<string, Load>,
): Promise<Match[]> {
  if (ranked.length === 0) return [];
  const ids = ranked.map(({ expertId }) => expertId);
  const people = await peopleOf(em, ids);
  const invitations = await latestInvitations(em, [requestId]);
  const invited = new Map(invitations.map((invitation) => [invitation.person.id, invitation]));
  return ranked.flatMap((match, at) => {
    const expert = people.get(match.expertId);
    if (!expert) return [];
    const shown = shownMatch(match, expert, invited.get(expert.id) ?? null, loads.get(expert.id));
    return [{ ...shown, rank: at + 1 }];
  });
}

export function shownMatch(
  { band, score, components, reasons, gaps, criteria, confidence }: Ranked,
  expert: PersonRow,
  invitation: InvitationRow | null,
  load: Load | undefined,
): Match {
  const shown = {
    rank: null,
    expert,
    band,
    score,
    components,
    reasons,
    gaps,
    criteria: criteria.map(({ id, met, why }) => ({ criterionId: id, met, why })),
    confidence,
    invitation,
    openInvitations: load?.openInvitations ?? 0,
  };
  // The engine's plain words are the names of the schema's enums.
  return shown as Match;
}

async function peopleOf(em: EntityManager, ids: string[]): Promise<Map<string, PersonRow>> {
  const found = await rows<PersonRow>(
    em,
    sql`
    select id, handle, display_name as "displayName", role, verified_at is not null as "isVerified"
    from person where id = any(${ids}::uuid[])`,
  );
  return new Map(found.map((row) => [row.id, row]));
}
