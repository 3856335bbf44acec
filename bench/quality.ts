// `npm run bench:quality`: how well the demo's requests are matched, against grades given by hand, beside BM25 alone and
// PostgreSQL's full-text search. Every one of the 30 experts is graded for each of the 20 requests, so nothing that a
// scorer puts first is ungraded; but 30 people are few, and one reader gave the grades: differences below the intervals mean nothing.
import { readFileSync } from 'node:fs';
import { entities } from '../server/dist/src/entities.js';
import { seedDemo } from '../server/dist/src/demo/seed.js';
import { migrations } from '../server/dist/migrations/all.js';
import { expertsWithLoad, requestFacts } from '../server/dist/src/matching/facts.js';
import { whyNotLearnt } from '../server/dist/src/matching/learnt-weights.js';
import { openDatabase, type EntityManager } from '../server/dist/src/platform/database.js';
import { rows, sql } from '../server/dist/src/platform/sql.js';
import { judgedPairs } from '../server/dist/src/responses/judged.queries.js';
import { averagePrecision, bootstrap, hitAt5, ndcg, type Grades } from './quality/measures.ts';
import { byBm25, byEngine, byFullText, type Ranking } from './quality/rankings.ts';

interface Judgements {
  judged: { request: number; judged: { expert: string; grade: number; reason: string }[] }[];
}

const { judged } = JSON.parse(
  readFileSync(new URL('./quality/judgements.json', import.meta.url), 'utf8'),
) as Judgements;
const orm = await openDatabase({ url: 'memory://', entities, migrations });
await orm.migrator.up();
await seedDemo({ orm }, new Date('2026-11-25T09:00:00Z'));
const em = orm.em.fork() as EntityManager;
const handles = await handlesByKey();
const grades = new Map<string, Grades[]>();

for (const { request: number, judged: pairs } of judged) {
  const [row] = await rows<{ id: string }>(em, sql`select id from request where number = ${number}`);
  const request = row && (await requestFacts(em, [row.id])).get(row.id);
  if (!request) throw new Error(`The demo has no request ${number}.`);
  const gradeOf = new Map(pairs.map(({ expert, grade }) => [handles.get(expert) ?? '', grade]));
  const { experts } = await expertsWithLoad(em, [...gradeOf.keys()]);
  if (experts.length !== pairs.length)
    throw new Error(`Request ${number}: ${experts.length} of ${pairs.length} experts.`);
  const rankings: [string, Ranking][] = [
    ['engine', byEngine(request, experts)],
    ['BM25 alone', byBm25(request, experts)],
    ['full-text (ts_rank_cd)', await byFullText(em, request, experts)],
  ];
  for (const [name, ranking] of rankings)
    grades.set(name, [...(grades.get(name) ?? []), ranking.map((id) => gradeOf.get(id) ?? 0)]);
}
const declined = await judgedPairs(em);
await orm.close();

const MEASURES: [string, (grades: Grades) => number][] = [
  ['NDCG@10', ndcg],
  ['MAP', averagePrecision],
  ['hit@5', hitAt5],
];
console.log(
  `${judged.length} requests, ${judged.reduce((sum, each) => sum + each.judged.length, 0)} graded pairs; mean [95 % interval over requests]`,
);
for (const [name, all] of grades)
  console.log(
    name.padEnd(24),
    ...MEASURES.map(([measure, of]) => `${measure} ${told(bootstrap(all.map(of)))}`),
  );

const engine = grades.get('engine') ?? [];
for (const [name, all] of grades) {
  if (name === 'engine') continue;
  const gains = MEASURES.map(([measure, of]) => {
    const differences = engine.map((own, at) => of(own) - of(all[at] ?? []));
    return `${measure} ${told(bootstrap(differences))}`;
  });
  console.log(`engine minus ${name}:`.padEnd(24), ...gains);
}

const graded = judged.reduce((sum, each) => sum + each.judged.length, 0);
console.log(
  `learnt weights: ${graded} graded and ${declined.length} declined as another’s field. ${whyNotLearnt(graded + declined.length, null)}`,
);

function told({ mean, low, high }: { mean: number; low: number; high: number }): string {
  return `${mean.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

/** The demo names people by a key; the hub by an id. */
async function handlesByKey(): Promise<Map<string, string>> {
  const known = JSON.parse(
    readFileSync(new URL('../server/src/demo/experts.json', import.meta.url), 'utf8'),
  ) as { key: string; handle: string }[];
  const found = await rows<{ id: string; handle: string }>(em, sql`select id, handle from person`);
  const ids = new Map(found.map(({ id, handle }) => [handle, id]));
  return new Map(known.map(({ key, handle }) => [key, ids.get(handle) ?? '']));
}
