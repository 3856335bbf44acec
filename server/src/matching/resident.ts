import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { Community } from './engine/community.ts';
import { versionNumbered } from './index-version.ts';
import { packedAfter, packedExperts } from './packed-expert.ts';
import { DEFAULT_WEIGHTS, weightsOf, type WeightsInUse } from './percents.ts';
import { newestPercents } from './weights.ts';

/**
 * Everybody who can be matched and what weighs, as this process holds them in memory. Before it answers it asks the
 * database what changed since, so every answer knows what was committed before it was asked; several processes agree
 * without telling each other.
 */
export async function inMemory(em: EntityManager): Promise<{ community: Community } & WeightsInUse> {
  const key = em.getConnection();
  const known = held.get(key) ?? (await booted(em));
  // Another may have come to an end meanwhile: there is one for all.
  const one = held.get(key) ?? known;
  held.set(key, one);
  await catchUp(em, one);
  return { community: one.community, ...one.inUse };
}

export async function resident(em: EntityManager): Promise<Community> {
  return (await inMemory(em)).community;
}

/** For whoever changed the database behind its own back, as tests do between them. */
export function forgetResident(em: EntityManager): void {
  held.delete(em.getConnection());
}

/** What `/readyz` says of it, or null before it was first asked. */
export function residentReport(em: EntityManager): ReturnType<Community['report']> | null {
  return held.get(em.getConnection())?.community.report() ?? null;
}

interface Held {
  community: Community;
  /** All transactions before this one have ended, and were heard. */
  since: string;
  /** Changes heard of transactions from there on, each with its transaction. */
  heard: Map<string, string>;
  /** The number of the version it ranks by, 0 before the first. */
  version: number;
  inUse: WeightsInUse;
  /** How many reads of people were begun, how many of them go on, and in which each person was read last. */
  begun: number;
  open: number;
  readIn: Map<string, number>;
}

const held = new WeakMap<object, Held>();
const PAGE = 2_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

async function booted(em: EntityManager): Promise<Held> {
  const since = await oldestOpen(em);
  const community = new Community();
  for (let after = FIRST; ;) {
    const page = await packedAfter(em, after, PAGE);
    community.apply(page, []);
    if (page.length < PAGE) break;
    after = page.at(-1)?.id ?? after;
  }
  const inUse = { weights: DEFAULT_WEIGHTS, weightsVersion: 0 };
  return { community, since, heard: new Map(), version: 0, inUse, begun: 0, open: 0, readIn: new Map() };
}

async function oldestOpen(em: EntityManager): Promise<string> {
  const [row] = await rows<{ since: string }>(
    em,
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as since`,
  );
  return row?.since ?? '0';
}

interface Change {
  since: string;
  version: number | null;
  weights: number | null;
  seq: string | null;
  tx: string;
  personId: string;
}

/** Numbers are not given in the order of commits: so what is new is what was not heard of transactions that were open. */
async function catchUp(em: EntityManager, one: Held): Promise<void> {
  const found = await rows<Change>(
    em,
    sql`
    select now.since::text, now.version, now.weights, c.seq::text, c.tx::text, c.person_id as "personId"
    from (select pg_snapshot_xmin(pg_current_snapshot()) as since, (select max(id) from index_version) as version,
      (select max(version) from matching_weights) as weights) now
    left join index_change c on c.tx >= ${one.since}::xid8 and c.tx is distinct from pg_current_xact_id_if_assigned()`,
  );
  const fresh = found.filter(({ seq }) => seq !== null && !one.heard.has(seq));
  if (fresh.length > 0) {
    await readAgain(em, one, [...new Set(fresh.map(({ personId }) => personId))]);
  }
  const newest = found[0]?.version ?? 0;
  if (newest > one.version) {
    const version = await versionNumbered(em, newest);
    if (newest > one.version && version) one.community.teach(version);
    one.version = Math.max(one.version, newest);
  }
  if ((found[0]?.weights ?? 0) > one.inUse.weightsVersion) await weighAnew(em, one);
  for (const { seq, tx } of fresh) if (seq !== null) one.heard.set(seq, tx);
  const since = found[0]?.since ?? one.since;
  if (BigInt(since) <= BigInt(one.since)) return;
  one.since = since;
  for (const [seq, tx] of one.heard) if (BigInt(tx) < BigInt(since)) one.heard.delete(seq);
}

/** Versions only rise, so whoever read an older one meanwhile does not put it back. */
async function weighAnew(em: EntityManager, one: Held): Promise<void> {
  const { version, percents } = await newestPercents(em);
  if (version > one.inUse.weightsVersion)
    one.inUse = { weights: weightsOf(percents), weightsVersion: version };
}

/** Who began to read somebody later knows as much, even when done sooner: else a person who is gone could come back. */
async function readAgain(em: EntityManager, one: Held, ids: readonly string[]): Promise<void> {
  const turn = ++one.begun;
  one.open += 1;
  try {
    const packed = await packedExperts(em, ids);
    const mine = new Set(ids.filter((id) => (one.readIn.get(id) ?? 0) < turn));
    const there = new Set(packed.map(({ id }) => id));
    one.community.apply(
      packed.filter(({ id }) => mine.has(id)),
      [...mine].filter((id) => !there.has(id)),
    );
    for (const id of mine) one.readIn.set(id, turn);
  } finally {
    one.open -= 1;
    if (one.open === 0) one.readIn.clear();
  }
}
