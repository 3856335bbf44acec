// `npm run bench`: what a request costs in processor time, server and database added up, against baselines kept here.
import { parseArgs } from 'node:util';
import { cases, type Case, type Origins } from './cases.ts';
import { canMeasure } from './cpu.ts';
import { filledDatabase, SECRET, type Filled, type Scale } from './database.ts';
import { measure, type Side } from './measure.ts';
import { root, run, serve, type Serving } from './processes.ts';
import { isMissed, table, type Line } from './table.ts';
import { scene } from './viewer.ts';

const { values: asked } = parseArgs({
  options: {
    scale: { type: 'string', default: '10x' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    kept: { type: 'boolean', default: false },
  },
});
const admin = process.env['BENCH_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';
const rounds = Number(asked.rounds);
const BAR_OF_SCALE = 1.2;

if (!canMeasure())
  throw new Error('The time of other processes is read from /proc, which this machine has not.');
const running: Serving[] = [];
const open: Filled[] = [];
try {
  if (!asked.kept) {
    await run(process.execPath, ['scripts/turbo.mjs', 'run', 'build']);
    await run('vite', ['build'], {}, `${root}bench/page`);
  }
  const lines = asked.scale === '100x' ? await againstTenfold() : await againstBaselines();
  process.exitCode = told(lines) ? 0 : 1;
} finally {
  await Promise.all(running.map((server) => server.stop()));
  await Promise.all(open.map(({ client }) => client.end()));
}

/** Each case of the hub against the bare server, the bare page, or another page of its own. */
async function againstBaselines(): Promise<Line[]> {
  const filled = await database('10x');
  const hub = await started('server/dist/src/main.js', filled, '/readyz');
  const bare = await started('bench/bare.ts', filled, '/healthz');
  const page = await started('bench/page/serve.ts', filled, '/healthz');
  const servers = { hub, bare, page };
  const origins: Origins = { hub: hub.origin, bare: bare.origin, page: page.origin };
  const side = (server: Serving): Side => ({ pid: server.pid, database: filled.client });
  return inTurn(cases(origins, await scene(hub, filled.client)), async (one) => ({
    one,
    bar: one.bar,
    measured: await measure(one, side(hub), side(servers[one.by]), rounds),
  }));
}

/** Each case of a hub with ten times as much against the same case of a hub with the usual amount. */
async function againstTenfold(): Promise<Line[]> {
  const [small, large] = [await database('10x'), await database('100x')];
  const [less, more] = [
    await started('server/dist/src/main.js', small, '/readyz'),
    await started('server/dist/src/main.js', large, '/readyz'),
  ];
  const none = { bare: '', page: '' };
  const before = cases({ hub: less.origin, ...none }, await scene(less, small.client));
  const after = cases({ hub: more.origin, ...none }, await scene(more, large.client));
  return inTurn(after, async (one, n) => {
    const same = {
      ...one,
      times: [one.times[0], one.times[0]] as [number, number],
      against: (before[n] ?? one).ask,
    };
    const measured = await measure(
      same,
      { pid: more.pid, database: large.client },
      { pid: less.pid, database: small.client },
      rounds,
    );
    return { one, bar: BAR_OF_SCALE, measured };
  });
}

async function inTurn(all: Case[], work: (one: Case, n: number) => Promise<Line>): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [n, one] of all.entries()) {
    if (!one.name.includes(asked.only)) continue;
    const line = await work(one, n);
    console.log(`${line.measured.ratio.toFixed(2)} ${one.name}`);
    lines.push(line);
  }
  return lines;
}

async function database(scale: Scale): Promise<Filled> {
  console.log(`Filling a database at ${scale}…`);
  const filled = await filledDatabase(admin, scale, asked.kept);
  open.push(filled);
  return filled;
}

async function started(script: string, { url }: Filled, health: string): Promise<Serving> {
  const server = await serve(
    root + script,
    { DATABASE_URL: url, HUB_SECRET: SECRET, HUB_REGISTRATION: 'open', STAFF_SECOND_STEP: 'optional' },
    health,
  );
  running.push(server);
  return server;
}

function told(lines: Line[]): boolean {
  const against = asked.scale === '100x' ? 'the same hub at 10x' : 'the baselines';
  console.log(
    `\nProcessor time of a request, server and database (db) added up, the hub against ${against}.`,
  );
  console.log(
    `Medians of ${rounds} rounds in which both take turns, eight requests in flight, answers not compressed.\n`,
  );
  console.log(table(lines));
  if (asked.scale !== '100x')
    console.log(
      '\nThe baselines ask as one would by hand: one statement, planned each time. The hub keeps the plans of its own.',
    );
  console.log(
    '\n* A visitor is shown a discussion’s summary, without its replies. Visitors who ask the same within a second share an answer.',
  );
  const missed = lines.filter(isMissed);
  for (const { one, bar, measured } of missed)
    console.error(`Missed: ${one.name} is ${measured.ratio.toFixed(2)}, ${bar} is the bar.`);
  return missed.length === 0;
}
