// `npm run prove:crash`: what was acknowledged is there, once, whichever process was killed while it was said.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Chance } from './proof/chance.ts';
import { HubProcess } from './proof/hub-process.ts';
import { afterwards } from './proof/kept.ts';
import { OwnPostgres } from './proof/postgres.ts';
import { fill } from './proof/scene.ts';
import { Verdict } from './proof/verdict.ts';
import { Writer, type Acknowledged } from './proof/writer.ts';

const { values: asked } = parseArgs({
  options: {
    database: { type: 'string', default: 'postgres' },
    'server-kills': { type: 'string', default: '100' },
    'database-kills': { type: 'string', default: '100' },
    acknowledgements: { type: 'string', default: '20000' },
    writers: { type: 'string', default: '8' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const isEmbedded = asked.database === 'embedded';
const [serverKills, databaseKills] = [
  Number(asked['server-kills']),
  isEmbedded ? 0 : Number(asked['database-kills']),
];
const wanted = Number(asked.acknowledgements);
const folder = mkdtempSync(join(tmpdir(), 'hub-crash-'));
const ledger = join(folder, 'acknowledged.jsonl');
const chance = new Chance(Number(asked.seed));
const verdict = new Verdict();
verdict.note(`Crashes on ${isEmbedded ? 'the embedded database' : 'PostgreSQL'}, seed ${asked.seed}.`);

writeFileSync(ledger, '');
const postgres = isEmbedded ? null : await OwnPostgres.start();
const where = postgres ? { databaseUrl: postgres.url } : { dataDir: join(folder, 'data') };
const env: Record<string, string> = postgres
  ? { DATABASE_URL: postgres.url, DATA_DIR: folder }
  : { DATA_DIR: join(folder, 'data') };
const hubs: HubProcess[] = [];
try {
  const scene = await fill(where, { people: Number(asked.writers) + 1, groups: 4, isPrivate: () => false });
  // The embedded database belongs to one process.
  while (hubs.length < (isEmbedded ? 1 : 2)) hubs.push(await HubProcess.start(env));
  const writing = { doors: hubs, places: () => scene.groups, chance, ledger, fiveOf: 20 };
  const writers = scene.people.slice(1).map((person, n) => new Writer(`Writer ${n}`, person, writing));
  const acknowledged = () => writers.reduce((sum, one) => sum + one.acknowledged, 0);

  let kills = 0;
  const killed = { server: 0, database: 0 };
  const all = serverKills + databaseKills;
  const isOn = () => kills < all || acknowledged() < wanted;
  const written = Promise.all(writers.map((writer) => writer.writeWhile(isOn)));
  for (let tick = Date.now(); kills < all; kills++) {
    // So that the kills are spread over all that is written.
    const due = (wanted * (kills + chance.next())) / all;
    while (acknowledged() < due) await wait(10);
    const isServer = kills < serverKills;
    await (isServer ? killServer() : killDatabase());
    killed[isServer ? 'server' : 'database'] += 1;
    if (kills % 5 === 4) await Promise.all(writers.map((writer) => writer.repeat()));
    if (Date.now() - tick < 30_000) continue;
    verdict.note(`${kills + 1} kills, ${acknowledged()} acknowledged`);
    tick = Date.now();
  }
  await written;
  await Promise.all(writers.map((writer) => writer.repeat()));
  verdict.note(`${kills} kills, ${acknowledged()} acknowledged; now what was kept`);
  await Promise.all(hubs.map((hub) => hub.stop()));

  const lines = readFileSync(ledger, 'utf8').trim().split('\n');
  const kept = await afterwards(
    where,
    lines.map((line) => JSON.parse(line) as Acknowledged),
  );
  verdict.figure('kills of the server', killed.server, { least: Number(asked['server-kills']) });
  if (postgres)
    verdict.figure('kills of PostgreSQL', killed.database, { least: Number(asked['database-kills']) });
  verdict.figure('acknowledged writes', lines.length, { least: wanted });
  for (const [name, count] of Object.entries(kept)) verdict.figure(name, count, { most: 0 });
  const sum = (pick: (writer: Writer) => number) => writers.reduce((total, one) => total + pick(one), 0);
  verdict.figure(
    'sent five times at once, and again after a kill',
    sum(({ repeats }) => repeats),
    { least: Math.floor(wanted / 40) },
  );
  verdict.figure(
    'answers that differ',
    sum(({ unequal }) => unequal),
    { most: 0 },
  );
  verdict.figure(
    'refused',
    sum(({ refused }) => refused.length),
    { most: 0 },
  );
  process.exitCode = verdict.exitCode;
} finally {
  await Promise.all(hubs.map((hub) => hub.kill()));
  await postgres?.remove();
  rmSync(folder, { recursive: true, force: true });
}

async function killServer(): Promise<void> {
  const hub = chance.one(hubs);
  await hub.kill();
  await hub.up();
}

async function killDatabase(): Promise<void> {
  await postgres?.kill();
  await wait(chance.upTo(100));
  await postgres?.up();
}
