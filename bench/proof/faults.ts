import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Chance } from './chance.ts';
import type { HubProcess } from './hub-process.ts';
import type { Listener } from './listener.ts';
import type { OwnPostgres } from './postgres.ts';
import type { Members } from './members.ts';
import type { Place } from './scene.ts';

export interface Under {
  hubs: HubProcess[];
  postgres: OwnPostgres | null;
  listeners: Listener[];
  members: Members;
  /** The places that have not ended in another. */
  places: Place[];
  chance: Chance;
}

export type Fault = 'cut' | 'kill' | 'restart' | 'crash' | 'rollback' | 'trim' | 'leave' | 'role' | 'merge';

/** How often each comes, out of all. A merge ends a place, so there are few. */
const ODDS: Record<Fault, number> = {
  cut: 30,
  kill: 10,
  restart: 5,
  crash: 5,
  rollback: 12,
  trim: 12,
  leave: 16,
  role: 10,
  merge: 2,
};
const LEAST_PLACES = 5;

/** What goes wrong next, as chance will have it. */
export function nextFault({ chance, postgres, places, hubs }: Under): Fault {
  const possible = (Object.entries(ODDS) as [Fault, number][]).filter(
    ([fault]) =>
      (postgres || !['restart', 'crash', 'rollback', 'trim'].includes(fault)) &&
      (fault !== 'merge' || places.length > LEAST_PLACES) &&
      (fault !== 'kill' || hubs.length > 0),
  );
  let throwOf = chance.upTo(possible.reduce((sum, [, odds]) => sum + odds, 0));
  return (possible.find(([, odds]) => (throwOf -= odds) < 0) ?? ['cut'])[0] as Fault;
}

/** Makes it go wrong, and resolves when what can be mended has been. */
export async function suffer(under: Under, fault: Fault): Promise<void> {
  const { chance, hubs, postgres, listeners, members, places } = under;
  if (fault === 'cut') return listeners.forEach((listener) => chance.next() < 0.4 && listener.cut());
  if (fault === 'kill') {
    const hub = chance.one(hubs);
    await hub.kill();
    return hub.up();
  }
  if (fault === 'restart') return postgres?.restart();
  if (fault === 'crash') {
    await postgres?.kill();
    await wait(chance.upTo(100));
    return postgres?.up();
  }
  if (fault === 'rollback' && postgres) return rolledBack(postgres.url, chance.one(places).stream);
  if (fault === 'trim' && postgres) return trimmed(postgres.url, chance.one(places).stream);
  if (fault === 'leave') return members.leaveAndReturn();
  if (fault === 'role') return members.changeRole();
  await members.merge(places);
}

/** Somebody takes a number, writes under it, and thinks better of it. */
async function rolledBack(url: string, stream: string): Promise<void> {
  await asked(url, async (client) => {
    await client.query('begin');
    const { rows } = await client.query<{ seq: number }>(
      'update stream set head_seq = head_seq + 1 where id = $1 returning head_seq as seq',
      [stream],
    );
    await client.query(
      `insert into event (stream_id, seq, type, subject_id, subject_version, at) values ($1, $2, 'reply.posted', 'never', 1, now())`,
      [stream, rows[0]?.seq],
    );
    await wait(30);
    await client.query('rollback');
  });
}

const KEPT = 40;

/** What is old is no longer kept, save the last few. */
async function trimmed(url: string, stream: string): Promise<void> {
  await asked(url, async (client) => {
    await client.query('begin');
    const { rows } = await client.query<{ floor: number }>(
      'update stream set floor_seq = greatest(floor_seq, head_seq - $2) where id = $1 returning floor_seq as floor',
      [stream, KEPT],
    );
    await client.query('insert into trimmed select * from event where stream_id = $1 and seq <= $2', [
      stream,
      rows[0]?.floor,
    ]);
    await client.query('delete from event where stream_id = $1 and seq <= $2', [stream, rows[0]?.floor]);
    await client.query('commit');
  });
}

export async function asked<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
