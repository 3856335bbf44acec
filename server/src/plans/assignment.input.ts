import { createHash } from 'node:crypto';
import type { PlanExpert, PlanRequest } from '../matching/assignment.ts';
import { LOAD_COSTS } from '../matching/assignment.ts';
import { requestFacts } from '../matching/facts.ts';
import type { PlanRow } from '../matching/program.ts';
import { rankingWith } from '../matching/rank.ts';
import { readEveryone } from '../matching/ranking.ts';
import type { ExpertFacts } from '../matching/shapes.ts';
import type { Standing } from '../matching/standing.ts';
import type { Load } from '../matching/workload.ts';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { rowsOf, type RuleRows } from './plan-rule.rows.ts';
import type { PlanRule } from './plan-rule.ts';

/** Beyond its best hundred a request is better served by an empty seat that staff see. */
const CANDIDATES = 100;

/** Plain data that a worker can be handed. */
export interface Assignment {
  requests: PlanRequest[];
  experts: PlanExpert[];
  rows: PlanRow[];
}

export type Listed = Pick<Standing, 'expertId' | 'band' | 'score'>;

export interface Prepared {
  work: Assignment;
  ruleOf: RuleRows['ruleOf'];
  /** The best of each request, as ranked on this day. */
  lists: Map<string, Listed[]>;
  requests: { id: string; version: number; needed: number; passed: number }[];
  experts: number;
  weightsVersion: number;
  digest: string;
}

interface Wanted {
  id: string;
  version: number;
  needed: number;
  /** Who was asked or has answered before, or looks after it. */
  taken: string[];
}

/** Everything a plan is made from, as it is now. `ranked` is told of each request, and may stop it by throwing. */
export async function prepare(
  em: EntityManager,
  requestIds: readonly string[],
  rules: readonly PlanRule[],
  { today, ranked }: { today: string; ranked?: (requests: number) => Promise<void> },
): Promise<Prepared> {
  const { experts, loads, index, weights, weightsVersion } = await readEveryone(em);
  const facts = await requestFacts(em, requestIds);
  const unverified = await unverifiedIds(em);
  const lists = new Map<string, Listed[]>();
  const requests: Prepared['requests'] = [];
  for (const { id, version, needed, taken } of await wantedOf(em, requestIds)) {
    const request = facts.get(id);
    if (!request) continue;
    const out = new Set(taken);
    const { standings } = rankingWith(request, experts, { today, index, weights });
    const list = standings.filter(({ expertId }) => !out.has(expertId) && !unverified.has(expertId));
    lists.set(
      id,
      list.slice(0, CANDIDATES).map(({ expertId, band, score }) => ({ expertId, band, score })),
    );
    requests.push({ id, version, needed, passed: list.length });
    await ranked?.(requests.length);
  }
  const asked = requests.map(({ id, needed }): PlanRequest => {
    const candidates = (lists.get(id) ?? []).map(({ expertId, score }) => ({ expertId, score }));
    return { id, needed, candidates };
  });
  const { rows: ruleRows, ruleOf } = rowsOf(rules, asked, experts);
  const work = { requests: asked, experts: roomOf(experts, loads), rows: ruleRows };
  const digest = digestOf(work);
  return { work, ruleOf, lists, requests, experts: experts.length, weightsVersion, digest };
}

/** What waits for their answer counts as carried: nobody is asked beyond what they could take on. */
function roomOf(experts: readonly ExpertFacts[], loads: ReadonlyMap<string, Load>): PlanExpert[] {
  return experts.map(({ id, loadCap }) => {
    const carried = loads.get(id)?.carried ?? 0;
    return { id, load: carried, capacity: Math.max(0, (loadCap ?? LOAD_COSTS.length) - carried) };
  });
}

/** How many people each still needs: whoever was asked and has not said no is counted on. */
async function wantedOf(em: EntityManager, ids: readonly string[]): Promise<Wanted[]> {
  return rows<Wanted>(
    em,
    sql`
    select r.id, r.version, greatest(0, coalesce(r.people_needed, 1) - (select count(*) from response s
        where s.request_id = r.id and s.state not in ('DECLINED', 'WITHDRAWN', 'NOT_SELECTED', 'OFFER_LAPSED')))::int as needed,
      coalesce((select json_agg(x.person_id) from (
        select s.person_id from response s
        where s.request_id = r.id and s.state not in ('WITHDRAWN', 'NOT_SELECTED', 'OFFER_LAPSED')
        union select ps.person_id from programme_staff ps where ps.programme_id = r.programme_id) x), '[]') as taken
    from request r where r.id = any(${ids}::uuid[]) order by r.closes_at nulls last, r.id`,
  );
}

async function unverifiedIds(em: EntityManager): Promise<Set<string>> {
  const found = await rows<{ id: string }>(em, sql`select id from person where verified_at is null`);
  return new Set(found.map(({ id }) => id));
}

function digestOf(work: Assignment): string {
  const plain = JSON.stringify(work, (_, value: unknown) => (value instanceof Set ? [...value] : value));
  return createHash('sha256').update(plain).digest('base64url');
}
