import type pg from 'pg';
import type { Case } from './cases.ts';
import { costOf } from './cpu.ts';
import { answerTo, load, type Ask } from './load.ts';

/** One side of a case over all rounds: milliseconds of a processor for a request. */
export interface Figures {
  ms: number;
  database: number;
  perSecond: number;
  bytes: number;
}

export interface Measured {
  ours: Figures;
  other: Figures;
  /** The median of the pairs, each taken within the same seconds. */
  ratio: number;
}

export interface Side {
  pid: number;
  database: pg.Client;
}

interface Round extends Figures {
  server: number;
}

/** Measures a case in pairs that alternate, after one round that warms both up. */
export async function measure(one: Case, ours: Side, other: Side, rounds: number): Promise<Measured> {
  await sameSize(one);
  const mine: Round[] = [];
  const theirs: Round[] = [];
  const ratios: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const pair = [
      () => taken(one.ask, one.times[0], ours),
      () => taken(one.against, one.times[1], other),
    ] as const;
    const isTurned = round % 2 === 1;
    const first = await pair[isTurned ? 1 : 0]();
    const second = await pair[isTurned ? 0 : 1]();
    if (round === 0) continue;
    const [us, them] = isTurned ? [second, first] : [first, second];
    mine.push(us);
    theirs.push(them);
    ratios.push(us.ms / them.ms);
  }
  return { ours: middle(mine), other: middle(theirs), ratio: median(ratios) };
}

async function taken(ask: Ask, times: number, { pid, database }: Side): Promise<Round> {
  let seconds = 0;
  let bytes = 0;
  const cost = await costOf(pid, database, async () => {
    ({ seconds, bytes } = await load(ask, times));
  });
  const server = cost.server / times;
  const spent = cost.database / times;
  return { ms: server + spent, server, database: spent, perSecond: times / seconds, bytes };
}

function middle(rounds: Round[]): Figures {
  const of = (pick: (round: Round) => number) => median(rounds.map(pick));
  return {
    ms: of(({ ms }) => ms),
    database: of(({ database }) => database),
    perSecond: of(({ perSecond }) => perSecond),
    bytes: of(({ bytes }) => bytes),
  };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? Number(sorted[half]) : (Number(sorted[half - 1]) + Number(sorted[half])) / 2;
}

/** Both sides must show as many rows, or the figures compare nothing. A visitor may be shown fewer, never more. */
async function sameSize({ name, ask, against }: Case): Promise<void> {
  const [ours, others] = [rowsIn(await answerTo(ask)), rowsIn(await answerTo(against))];
  const isVisitor = !ask.cookie;
  if (isVisitor ? ours > others : ours === 0 || ours !== others)
    throw new Error(`${name}: ${ours} rows of ours against ${others}.`);
}

function rowsIn(body: string): number {
  return body.startsWith('{')
    ? rowsOfJson(JSON.parse(body))
    : (body.match(/<h[23][ >][^]*?<a href="\/(discussions|people)\//g)?.length ?? 0);
}

function rowsOfJson(answer: {
  rows?: unknown[];
  data?: Record<string, { edges?: unknown[]; replies?: { edges: unknown[] } }>;
}): number {
  if (answer.rows) return answer.rows.length;
  const [found] = Object.values(answer.data ?? {});
  return (found?.edges ?? found?.replies?.edges ?? []).length;
}
