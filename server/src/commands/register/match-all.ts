import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { requestFacts } from '../../matching/facts.ts';
import { rankingWith, RULES_VERSION } from '../../matching/rank.ts';
import { learnWhenDue } from '../../matching/learning.ts';
import { readEveryone } from '../../matching/ranking.ts';
import type { Database } from '../../platform/database.ts';
import { rows, sql } from '../../platform/sql.ts';
import { StartupProblem } from '../../platform/startup.ts';

export interface MatchAll {
  out: string;
  /** The most people of a request; without it everyone who passes its gates. */
  top?: number;
  today: string;
}

const AT_ONCE = 100;

/** A line for each request that has not ended: who passes its gates, best first, each with what their score is made of. */
export async function matchAll(
  orm: Database,
  { out, top, today }: MatchAll,
  tell: (line: string) => void,
): Promise<void> {
  const em = orm.em.fork();
  await learnWhenDue(em);
  const { experts, index, weights, weightsVersion } = await readEveryone(em);
  tell(`${experts.length} experts are read`);

  const file = createWriteStream(out, 'utf8');
  const opened = new Promise<void>((resolve, reject) =>
    file.once('open', () => resolve()).once('error', reject),
  );
  await opened.catch(() => {
    throw new StartupProblem(`${out} cannot be written.`);
  });
  const names = await registerIds(orm);
  const requests = await rows<{ id: string; name: string }>(
    em,
    sql`select id, coalesce(register_id, id::text) as name from request
      where state not in ('CLOSED', 'CANCELLED', 'EXPIRED', 'UNFILLED') order by number`,
  );
  for (let from = 0; from < requests.length; from += AT_ONCE) {
    const batch = requests.slice(from, from + AT_ONCE);
    const facts = await requestFacts(
      em,
      batch.map(({ id }) => id),
    );
    for (const { id, name } of batch) {
      const request = facts.get(id);
      if (!request) continue;
      const { standings } = rankingWith(request, experts, { today, index, weights });
      const line = {
        request: name,
        rulesVersion: RULES_VERSION,
        indexVersion: index.statistics.name,
        weightsVersion,
        experts: standings.slice(0, top).map(({ expertId, score, band, components }) => ({
          id: names.get(expertId) ?? expertId,
          score,
          tier: band,
          components,
        })),
      };
      if (!file.write(`${JSON.stringify(line)}\n`))
        await new Promise((resolve) => file.once('drain', resolve));
    }
    tell(`${Math.min(from + AT_ONCE, requests.length)} of ${requests.length} requests are matched`);
  }
  file.end();
  await finished(file);
}

async function registerIds(orm: Database): Promise<Map<string, string>> {
  const found = await rows<{ id: string; name: string }>(
    orm.em.fork(),
    sql`select id, register_id as name from person where register_id is not null`,
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}
