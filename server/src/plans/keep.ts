import type { Solved } from '../matching/solve.ts';
import type { Database } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { rows, sql } from '../platform/sql.ts';
import type { Prepared } from './assignment.input.ts';
import type { PlanRule } from './plan-rule.ts';
import { PlanSeatState } from './plan-seat.ts';
import type { PlanSnapshot } from './plan.ts';

type Kept = {
  id: string;
  requestId: string;
  personId: string;
  rank: number;
  band: string;
  score: number;
  state: string;
};

/** Writes down what was found, unless the plan was cancelled meanwhile. */
export async function keepPlan(
  orm: Database,
  id: string,
  prepared: Prepared,
  solved: Solved,
  rules: readonly PlanRule[],
  { day, rulesVersion }: Pick<PlanSnapshot, 'day' | 'rulesVersion'>,
): Promise<void> {
  const { experts, requests, weightsVersion, digest } = prepared;
  const { cost, gap } = solved;
  const made = { version: 1, rulesVersion, weightsVersion, day } as const;
  const snapshot: PlanSnapshot = { ...made, experts, requests, digest, cost, gap };
  const missed = rules.map((rule, at) => ({
    ...rule,
    missed: solved.missed.reduce((sum, by, row) => (prepared.ruleOf[row] === at ? sum + by : sum), 0),
  }));
  const { figures, seats } = outcomeOf(prepared, solved);
  await orm.em.fork().transactional(async (em) => {
    const [wanted] = await rows(
      em,
      sql`update plan set state = 'PROPOSED', made_at = now(), worked_at = null, done = steps,
        rules = ${JSON.stringify(missed)}::jsonb, snapshot = ${JSON.stringify(snapshot)}::jsonb
      where id = ${id} and state = 'MAKING' returning id`,
    );
    if (!wanted) return;
    await rows(
      em,
      sql`update plan_request set needed = f.needed, empty = f.empty, passed = f.passed, list_score = f."listScore",
        plan_score = f."planScore" from json_to_recordset(${JSON.stringify(figures)}::json)
        as f(id uuid, needed int, empty int, passed int, "listScore" float8, "planScore" float8)
      where plan_id = ${id} and request_id = f.id`,
    );
    await rows(
      em,
      sql`insert into plan_seat (id, plan_id, request_id, person_id, rank, band, score, state)
      select s.id, ${id}, s."requestId", s."personId", s.rank, s.band, s.score, s.state
      from json_to_recordset(${JSON.stringify(seats)}::json) as s(id uuid, "requestId" uuid, "personId" uuid, rank int,
        band text, score float8, state text)`,
    );
  });
}

function outcomeOf({ requests, lists }: Prepared, { assigned, unfilled }: Solved) {
  const seated = Map.groupBy(assigned, ({ requestId }) => requestId);
  const seats: Kept[] = [];
  const figures = requests.map(({ id, needed, passed }) => {
    const list = (lists.get(id) ?? []).map((match, at) => ({ ...match, rank: at + 1 }));
    const chosen = new Set((seated.get(id) ?? []).map(({ expertId }) => expertId));
    const sum = (of: { score: number }[]) => of.reduce((total, { score }) => total + score, 0);
    for (const { expertId, rank, band, score } of list) {
      const isSeated = chosen.has(expertId);
      if (!isSeated && rank > needed) continue;
      const state = isSeated ? PlanSeatState.PROPOSED : PlanSeatState.PASSED_OVER;
      seats.push({ id: newId(), requestId: id, personId: expertId, rank, band, score, state });
    }
    return {
      id,
      needed,
      empty: unfilled.get(id) ?? 0,
      passed,
      listScore: sum(list.slice(0, needed)),
      planScore: sum(list.filter(({ expertId }) => chosen.has(expertId))),
    };
  });
  return { figures, seats };
}
