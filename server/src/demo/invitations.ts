import { DEFAULT_WEIGHTS } from '../matching/percents.ts';
import { expertsWithLoad, requestFacts } from '../matching/facts.ts';
import { Invitation } from '../matching/invitation.ts';
import { MatchRun } from '../matching/match-run.ts';
import { RULES_VERSION } from '../matching/rank.ts';
import { rankingOf } from '../matching/ranking.ts';
import type { Match } from '../matching/shapes.ts';
import { indexExperts } from '../matching/topic.ts';
import { carries, WorkloadState } from '../matching/workload.ts';
import type { Person } from '../people/person.ts';
import type { EntityManager } from '../platform/database.ts';
import { Response } from '../responses/response.ts';
import { ResponseState } from '../responses/response.states.ts';
import type { DemoDays } from './days.ts';
import type { Cast } from './people.ts';
import type { SeededRequest } from './requests.ts';

/** To each open request its two best matches who have not answered yet are invited, as staff would. */
const INVITED_TO_EACH = 2;
/** Staff look at the matches two days after they publish: for what is newer they may plan whom to ask. */
const LOOKED_AT_AFTER_DAYS = 2;
const KEPT = 50;

/** Ranks with the hub's own rules, after profiles and workloads are in the database. */
export async function seedInvitations(
  em: EntityManager,
  cast: Cast,
  seeded: readonly SeededRequest[],
  days: DemoDays,
): Promise<Invitation[]> {
  const open = seeded.filter(
    ({ known }) => known.state === 'OPEN' && known.openedDay + LOOKED_AT_AFTER_DAYS < 0,
  );
  const facts = await requestFacts(
    em,
    open.map(({ request }) => request.id),
  );
  const { experts } = await expertsWithLoad(em);
  const index = indexExperts(experts);
  const people = new Map([...cast.values()].map((person) => [person.id, person]));
  const kept: Invitation[] = [];

  for (const { known, request, staff } of open) {
    const asked = facts.get(request.id);
    if (!asked) continue;
    const answered = new Set(known.responses.map(({ by }) => cast.get(by)?.id));
    const { standings, explain } = rankingOf(asked, { experts, index, weights: DEFAULT_WEIGHTS });
    const chosen = standings.filter(
      ({ expertId }) => !answered.has(expertId) && people.get(expertId)?.verifiedAt,
    );
    if (chosen.length === 0) continue;

    const shown = standings
      .slice(0, KEPT)
      .map(({ expertId, band, score }, at) => ({ expertId, band, score, rank: at + 1 }));
    const run = new MatchRun(request, staff, {
      rulesVersion: RULES_VERSION,
      weights: DEFAULT_WEIGHTS,
      considered: experts.length,
      shown,
    });
    run.at = days.past(known.openedDay + LOOKED_AT_AFTER_DAYS, 15);
    em.persist(run);
    for (const match of chosen.slice(0, INVITED_TO_EACH)) {
      const person = people.get(match.expertId);
      if (person) kept.push(invite(em, run, person, explain(match)));
    }
  }
  await em.flush();
  for (const { person, request, at } of kept)
    await carries(em, person.id, request.id, WorkloadState.INVITED, at);
  return kept;
}

function invite(em: EntityManager, run: MatchRun, person: Person, stood: Match): Invitation {
  const invitation = new Invitation(run, person, stood);
  invitation.at = run.at;
  const response = new Response(run.request.unwrap(), person, ResponseState.INVITED);
  response.latestAt = run.at;
  em.persist([invitation, response]);
  return invitation;
}
