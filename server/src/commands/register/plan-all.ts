import { writeFileSync } from 'node:fs';
import { requestFacts } from '../../matching/facts.ts';
import { LOAD_COSTS, planOf, type PlanRequest } from '../../matching/assignment.ts';
import { rankingWith } from '../../matching/rank.ts';
import { learnWhenDue } from '../../matching/learning.ts';
import { readEveryone } from '../../matching/ranking.ts';
import type { Database } from '../../platform/database.ts';
import { rows, sql } from '../../platform/sql.ts';
import { StartupProblem } from '../../platform/startup.ts';

/** Beyond its best hundred a request is better served by an empty seat that staff see. */
const CANDIDATES = 100;

/** Proposes whom to ask for every open request at once. It proposes only: staff invite. */
export async function planAll(
  orm: Database,
  out: string,
  today: string,
  tell: (line: string) => void,
): Promise<void> {
  const em = orm.em.fork();
  await learnWhenDue(em);
  const { experts, index, weights } = await readEveryone(em);
  const open = await rows<{ id: string; name: string; needed: number }>(
    em,
    sql`
    select r.id, coalesce(r.register_id, r.id::text) as name,
      greatest(0, r.people_needed - (select count(*) from response s
        where s.request_id = r.id and s.state in ('ACCEPTED', 'ENGAGED', 'COMPLETED')))::int as needed
    from request r where r.state not in ('CLOSED', 'CANCELLED', 'EXPIRED', 'UNFILLED', 'DELIVERED') order by r.number`,
  );
  const facts = await requestFacts(
    em,
    open.map(({ id }) => id),
  );
  const requests = open.flatMap(({ id, needed }): PlanRequest[] => {
    const request = facts.get(id);
    if (!request) return [];
    const { standings } = rankingWith(request, experts, { today, index, weights });
    return [{ id, needed, candidates: standings.slice(0, CANDIDATES) }];
  });
  const plan = planOf(
    requests,
    experts.map(({ id, load, loadCap }) => ({
      id,
      load,
      capacity: Math.max(0, (loadCap ?? LOAD_COSTS.length) - load),
    })),
  );
  const names = new Map(
    (
      await rows<{ id: string; name: string }>(
        em,
        sql`select id, register_id as name from person where register_id is not null`,
      )
    ).map(({ id, name }) => [id, name]),
  );
  const lines = open.map(({ id, name, needed }) =>
    JSON.stringify({
      request: name,
      needed,
      unfilled: plan.unfilled.get(id) ?? 0,
      experts: plan.assigned
        .filter(({ requestId }) => requestId === id)
        .map(({ expertId, score }) => ({ id: names.get(expertId) ?? expertId, score })),
    }),
  );
  try {
    writeFileSync(out, lines.length > 0 ? `${lines.join('\n')}\n` : '');
  } catch {
    throw new StartupProblem(`${out} cannot be written.`);
  }
  const seats = open.reduce((sum, { needed }) => sum + needed, 0);
  tell(`${plan.assigned.length} of ${seats} seats are filled; the plan costs ${plan.cost.toFixed(3)}`);
}
