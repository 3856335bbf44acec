import { Worker } from 'node:worker_threads';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { textOfTerms } from './engine/version.ts';
import type { IndexVersion } from './engine/statistics.ts';
import { requestFacts } from './facts.ts';
import { keepVersion, newestVersion } from './index-version.ts';
import { resident } from './resident.ts';
import { textOf } from './topic.ts';
import { topicWords } from './tokenise.ts';

/** Once so much more or less is there than was learnt from, it is learnt anew. */
const CHANGED = 0.1;
const MOST_REQUESTS = 5_000;

/**
 * Makes a version of the index from what people and requests say, when enough has changed; says whether it did. A small hub
 * learns nothing of words and keeps the scales it began with, but from then on newcomers do not move others.
 */
export async function learnWhenDue(em: EntityManager): Promise<boolean> {
  const community = await resident(em);
  const { people, items } = community.report();
  if (items === 0) return false;
  const newest = await newestVersion(em);
  const [{ count: requests } = { count: 0 }] = await rows<{ count: number }>(
    em,
    sql`select count(*)::int as count from request`,
  );
  const texts = items + requests;
  const before = newest && newest.items + newest.requests;
  if (before && Math.abs(texts - before) <= CHANGED * before) return false;

  const asked = await requestTexts(em);
  const version = await learntAside(String((newest?.id ?? 0) + 1), community.packed(), asked);
  await keepVersion(em, version, { people, items, requests });
  return true;
}

async function requestTexts(em: EntityManager) {
  const found = await rows<{ id: string }>(
    em,
    sql`select id from request order by number desc limit ${MOST_REQUESTS}`,
  );
  const facts = await requestFacts(
    em,
    found.map(({ id }) => id),
  );
  return [...facts.values()]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((request) => textOfTerms(topicWords(textOf(request))));
}

function learntAside(name: string, people: unknown, requests: unknown): Promise<IndexVersion> {
  // As it is compiled, or as it was written where tests run it.
  const file = import.meta.url.endsWith('.ts') ? 'learning.worker.ts' : 'learning.worker.js';
  const worker = new Worker(new URL(`./engine/${file}`, import.meta.url), {
    workerData: { name, people, requests },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', () => reject(new Error('Learning ended without a version.')));
  });
}
