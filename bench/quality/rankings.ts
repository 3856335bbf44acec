import { rankExperts } from '../../server/dist/src/matching/rank.js';
import type { ExpertFacts, RequestFacts } from '../../server/dist/src/matching/shapes.js';
import { topicWords } from '../../server/dist/src/matching/tokenise.js';
import type { EntityManager } from '../../server/dist/src/platform/database.js';
import { rows, sql } from '../../server/dist/src/platform/sql.js';

/** Everyone, best first. Who comes last by a scorer that knows nothing of them comes by id. */
export type Ranking = string[];

const TODAY = '2026-11-25';

/** The engine with its gates lifted: what is measured is who fits, not who is free this week. */
export function byEngine(request: RequestFacts, experts: readonly ExpertFacts[]): Ranking {
  const open = experts.map((expert) => ({
    ...expert,
    ...{ openToMatching: true, pausedUntil: null, loadCap: null, load: 0, availability: [] },
  }));
  // An essential keeps people out; as desirable it still counts in the order.
  const criteria = request.criteria.map((criterion) => ({ ...criterion, importance: 'DESIRABLE' as const }));
  const asked = { ...request, criteria, ownerId: '', excludedIds: [], closesAt: null, neededBy: null };
  return rankExperts(asked, open, { today: TODAY }).map(({ expertId }) => expertId);
}

/** BM25 alone over each profile as one text, with the usual constants. */
export function byBm25(request: RequestFacts, experts: readonly ExpertFacts[]): Ranking {
  const texts = new Map(experts.map((expert) => [expert.id, topicWords(profileText(expert))]));
  const typical = [...texts.values()].reduce((sum, { length }) => sum + length, 0) / texts.size;
  // A word asked for twice counts twice.
  const asked = topicWords(requestText(request));
  const rarity = new Map(
    asked.map((term) => {
      const holding = [...texts.values()].filter((text) => text.includes(term)).length;
      return [term, Math.log(1 + (texts.size - holding + 0.5) / (holding + 0.5))];
    }),
  );
  return byScore(experts, (id) => {
    const text = texts.get(id) ?? [];
    return asked.reduce((sum, term) => {
      const count = text.filter((word) => word === term).length;
      const slowness = 1.2 * (0.25 + (0.75 * text.length) / typical);
      return sum + ((rarity.get(term) ?? 0) * count * 2.2) / (count + slowness);
    }, 0);
  });
}

/** PostgreSQL's full-text search: any of the request's words, ranked by `ts_rank_cd`. */
export async function byFullText(
  em: EntityManager,
  request: RequestFacts,
  experts: readonly ExpertFacts[],
): Promise<Ranking> {
  const people = experts.map((expert) => ({ id: expert.id, text: profileText(expert) }));
  const found = await rows<{ id: string; score: number }>(
    em,
    sql`
    select p.id, ts_rank_cd(to_tsvector('english', p.text),
      replace(plainto_tsquery('english', ${requestText(request)})::text, '&', '|')::tsquery)::float as score
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p(id text, text text)`,
  );
  const scores = new Map(found.map(({ id, score }) => [id, score]));
  return byScore(experts, (id) => scores.get(id) ?? 0);
}

function byScore(experts: readonly ExpertFacts[], scoreOf: (id: string) => number): Ranking {
  return experts
    .map(({ id }) => ({ id, score: scoreOf(id) }))
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);
}

/** The same words for every scorer. */
function requestText({ title, problem, desiredOutcome, criteria }: RequestFacts): string {
  const expertise = criteria.filter(({ kind }) => kind === 'EXPERTISE').map(({ value }) => value);
  return [title, problem, desiredOutcome, ...expertise].join('\n');
}

function profileText({ about, specialties, expertise, evidenceTexts }: ExpertFacts): string {
  return [
    about,
    ...specialties,
    ...expertise.flatMap(({ name, evidence }) => [name, evidence ?? '']),
    ...evidenceTexts.flatMap(({ title, text }) => [title, text]),
  ].join('\n');
}
