import { writeFileSync } from 'node:fs';
import { planOf } from '../../matching/assignment.ts';
import { learnWhenDue } from '../../matching/learning.ts';
import type { Database } from '../../platform/database.ts';
import { rows, sql } from '../../platform/sql.ts';
import { StartupProblem } from '../../platform/startup.ts';
import { prepare } from '../../plans/assignment.input.ts';

/** Proposes whom to ask for every open request at once, as the plan of the pages does. It proposes only: staff invite. */
export async function planAll(
  orm: Database,
  out: string,
  today: string,
  tell: (line: string) => void,
): Promise<void> {
  const em = orm.em.fork();
  await learnWhenDue(em);
  const open = await rows<{ id: string; name: string }>(
    em,
    sql`
    select r.id, coalesce(r.register_id, r.id::text) as name from request r
    where r.state not in ('CLOSED', 'CANCELLED', 'EXPIRED', 'UNFILLED', 'DELIVERED') order by r.number`,
  );
  const ids = open.map(({ id }) => id);
  const { work, requests } = await prepare(em, ids, [], { today });
  const neededBy = new Map(requests.map(({ id, needed }) => [id, needed]));
  const plan = planOf(work.requests, work.experts);
  const names = new Map(
    (
      await rows<{ id: string; name: string }>(
        em,
        sql`select id, register_id as name from person where register_id is not null`,
      )
    ).map(({ id, name }) => [id, name]),
  );
  const lines = open.map(({ id, name }) =>
    JSON.stringify({
      request: name,
      needed: neededBy.get(id) ?? 0,
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
  const seats = requests.reduce((sum, { needed }) => sum + needed, 0);
  tell(`${plan.assigned.length} of ${seats} seats are filled; the plan costs ${plan.cost.toFixed(3)}`);
}
