import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../feed/figures.ts';
import { Chance } from './chance.ts';
import { asked, nextFault, suffer, type Fault, type Under } from './faults.ts';
import { HubProcess } from './hub-process.ts';
import { judged } from './judged.ts';
import type { Cursor } from './line.ts';
import { Listener, Wrongs } from './listener.ts';
import { Members } from './members.ts';
import type { OwnPostgres } from './postgres.ts';
import { fill, type Place, type Somebody } from './scene.ts';
import { cursorAt } from './snapshot.ts';
import type { Verdict } from './verdict.ts';
import { Writer } from './writer.ts';

export interface Size {
  listeners: number;
  groups: number;
  writers: number;
  faults: number;
  deliveries: number;
  seed: number;
}

export interface Ground {
  postgres: OwnPostgres | null;
  folder: string;
  /** How the processes tell each other. */
  env: Record<string, string>;
}

const BACK_WITHIN_MS = 3_000;

/** One long bad day: everything goes wrong that can, and nobody misses a word or hears one too many. */
export async function badDay({ postgres, folder, env }: Ground, size: Size, verdict: Verdict): Promise<void> {
  const chance = new Chance(size.seed);
  const where = postgres ? { databaseUrl: postgres.url } : { dataDir: `${folder}/data` };
  const people = 1 + size.listeners + size.writers;
  const scene = await fill(where, { people, groups: size.groups, isPrivate: (n) => n % 2 === 1 });
  if (postgres) await asked(postgres.url, (client) => client.query('create table trimmed (like event)'));
  const hubs: HubProcess[] = [];
  const wrongs = new Wrongs();
  try {
    while (hubs.length < (postgres ? 2 : 1))
      hubs.push(await HubProcess.start({ DATA_DIR: `${folder}/data`, ...env }));
    const [admin, ...rest] = scene.people;
    if (!admin) throw new Error('Nobody is here.');
    const snapshot = snapshots(hubs, scene.groups);
    const listeners = rest
      .slice(0, size.listeners)
      .map((person) => new Listener(person, hubs, chance, wrongs, snapshot));
    for (const listener of listeners) {
      for (const { stream } of scene.groups) await listener.begin(stream);
      listener.connect();
    }
    const places = [...scene.groups];
    const members = new Members(
      hubs,
      admin,
      listeners,
      places.filter((_, n) => n % 2 === 1),
      chance,
    );
    const writing = { doors: hubs, places: () => places, chance, ledger: `${folder}/ledger`, paceMs: 15 };
    const writers = rest.slice(size.listeners).map((person, n) => new Writer(`Writer ${n}`, person, writing));
    const under: Under = { hubs, postgres, listeners, members, places, chance };
    const suffered = await lived(under, writers, size, verdict);
    await judged({ postgres, listeners, members, wrongs, verdict });
    verdict.figure(
      'faults',
      Object.values(suffered).reduce((sum, count) => sum + count, 0),
      { least: size.faults },
    );
    verdict.note(
      `       ${Object.entries(suffered)
        .map(([fault, count]) => `${fault} ${count}`)
        .join(', ')}`,
    );
    const back = listeners.flatMap((listener) => listener.back);
    verdict.time(`back after a cut, p95 of ${back.length}`, percentile(back, 0.95), BACK_WITHIN_MS);
    for (const listener of listeners) listener.stop();
  } finally {
    for (const example of wrongs.examples) verdict.note(`       ${example}`);
    await Promise.all(hubs.map((hub) => hub.kill()));
  }
}

/** Writers write while one thing after another goes wrong, spread over all that is to be delivered. */
async function lived(
  under: Under,
  writers: Writer[],
  size: Size,
  verdict: Verdict,
): Promise<Partial<Record<Fault, number>>> {
  const suffered: Partial<Record<Fault, number>> = {};
  const delivered = () => under.listeners.reduce((sum, { told }) => sum + told.length, 0);
  let faults = 0;
  const written = Promise.all(
    writers.map((writer) => writer.writeWhile(() => faults < size.faults || delivered() < size.deliveries)),
  );
  for (let told = Date.now(); faults < size.faults; faults++) {
    const due = (size.deliveries * (faults + under.chance.next())) / size.faults;
    while (delivered() < due) await wait(20);
    const fault = nextFault(under);
    await suffer(under, fault);
    suffered[fault] = (suffered[fault] ?? 0) + 1;
    if (Date.now() - told < 30_000) continue;
    verdict.note(`       ${faults + 1} faults, ${delivered()} deliveries`);
    told = Date.now();
  }
  await written;
  return suffered;
}

const GIVE_UP_MS = 300_000;

/** Where a fresh page of a place stands; null when the person may not read it. */
function snapshots(hubs: HubProcess[], places: readonly Place[]) {
  return async ({ cookie }: Somebody, stream: string): Promise<Cursor | null> => {
    const place = places.find((one) => one.stream === stream);
    const until = Date.now() + GIVE_UP_MS;
    for (let attempt = 0; place && Date.now() < until; attempt++) {
      const hub = hubs[attempt % hubs.length];
      try {
        if (hub) return await cursorAt(hub, cookie, place.discussionId);
      } catch (error) {
        if (String(error).includes('NOT_FOUND')) return null;
        await wait(Math.min(50 * 2 ** attempt, 500));
      }
    }
    throw new Error(`No page of ${stream} could be had.`);
  };
}
