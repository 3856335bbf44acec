import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../feed/figures.ts';
import { asked } from './faults.ts';
import type { Listener, Wrongs } from './listener.ts';
import type { Members } from './members.ts';
import type { OwnPostgres } from './postgres.ts';
import type { Verdict } from './verdict.ts';

interface Day {
  postgres: OwnPostgres | null;
  listeners: Listener[];
  members: Members;
  wrongs: Wrongs;
  verdict: Verdict;
}

interface Row {
  stream: string;
  seq: number;
  type: string;
  subject: string;
  personId: string | null;
}

const CALM_MS = 60_000;

/** Holds what each listener was told against the log, all of it, those parts too that were trimmed. */
export async function judged({ postgres, listeners, members, wrongs, verdict }: Day): Promise<void> {
  if (!postgres) throw new Error('The log is read from PostgreSQL.');
  const heads = () => asked(postgres.url, (client) => client.query<{ id: string; head: number }>(HEADS));
  const until = Date.now() + CALM_MS;
  while (Date.now() < until && behind(listeners, (await heads()).rows).length > 0) await wait(200);
  for (const example of behind(listeners, (await heads()).rows)) wrongs.add('missing', example);

  const { rows } = await asked(postgres.url, (client) => client.query<Row>(LOG));
  const log = new Map(rows.map((row) => [`${row.stream} ${row.seq}`, `${row.type} ${row.subject}`]));
  for (const { told } of listeners)
    for (const { stream, seq, text } of told)
      if (log.get(`${stream} ${seq}`) !== text)
        wrongs.add('disorder', `${stream} ${seq}: ${text} is not in the log`);
  for (const example of afterRevocation(listeners, members, rows)) wrongs.add('revoked', example);

  const deliveries = listeners.reduce((sum, { told }) => sum + told.length, 0);
  const delays = listeners.flatMap((listener) => listener.delays);
  verdict.figure('deliveries', deliveries, { least: 1 });
  verdict.figure('missing', wrongs.counts.missing, { most: 0 });
  verdict.figure('duplicate', wrongs.counts.duplicate, { most: 0 });
  verdict.figure('out of order, or not as in the log', wrongs.counts.disorder, { most: 0 });
  verdict.figure(`after one of ${members.absences.length} revocations`, wrongs.counts.revoked, { most: 0 });
  const resets: Record<string, number> = {};
  for (const listener of listeners)
    for (const [reason, count] of Object.entries(listener.resets))
      resets[reason] = (resets[reason] ?? 0) + count;
  verdict.figure('resets without a reason', (resets['EPOCH'] ?? 0) + (resets['AHEAD'] ?? 0), { most: 0 });
  verdict.figure('sent off for good', listeners.flatMap(({ refused }) => refused).length, { most: 0 });
  verdict.note(`       resets with one: ${JSON.stringify(resets)}`);
  verdict.note(
    `       written to heard, outages and all: p50 ${percentile(delays, 0.5)} ms, p95 ${percentile(delays, 0.95)} ms`,
  );
}

function behind(listeners: Listener[], heads: { id: string; head: number }[]): string[] {
  const known = new Map(heads.map(({ id, head }) => [id, head]));
  return listeners.flatMap(({ cursors, person }) =>
    cursors
      .filter(({ stream, seq }) => seq !== known.get(stream))
      .map(
        ({ stream, seq }) => `${person.id} stands at ${seq} of ${stream}, which is at ${known.get(stream)}`,
      ),
  );
}

/**
 * Nothing from the change that took the right up to the one that gave it back may have been told; but whoever was let
 * in again before anybody read on may be told all of it in one stretch: members read the whole history.
 */
function afterRevocation(listeners: Listener[], members: Members, rows: Row[]): string[] {
  const changes = Map.groupBy(
    rows.filter(({ type }) => type === 'membership.changed'),
    ({ personId, stream }) => `${personId} ${stream}`,
  );
  return members.absences.flatMap(({ personId, stream, from, to }) => {
    const seqs = (changes.get(`${personId} ${stream}`) ?? []).map(({ seq }) => seq);
    const [out, back] = [seqs[from - 1] ?? Infinity, to === null ? Infinity : (seqs[to - 1] ?? Infinity)];
    const told = listeners.find(({ person }) => person.id === personId)?.told ?? [];
    return told
      .filter((one) => one.stream === stream && one.seq >= out && one.upTo < back)
      .map(({ seq }) => `${personId} was told ${seq} of ${stream}, outside from ${out} to ${back}`);
  });
}

const HEADS = 'select id, head_seq as head from stream';

const LOG = `select e.stream_id as stream, e.seq, e.type, e.subject_id as subject, k.person_id as "personId"
  from (select * from event union all select * from trimmed) e
  left join membership k on e.type = 'membership.changed' and k.id::text = e.subject_id
  order by e.stream_id, e.seq`;
