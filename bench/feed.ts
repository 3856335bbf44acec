// `npm run bench:feed`: what the live feed costs, against a bare broadcast of the same bytes in the same run.
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { cpuMs } from './cpu.ts';
import { Crowd } from './feed/crowd.ts';
import { median, percentile, residentKb, sharedNow } from './feed/figures.ts';
import { send, POST } from './proof/ask.ts';
import { HubProcess, SECRET } from './proof/hub-process.ts';
import type { Cursor } from './proof/line.ts';
import { OwnPostgres } from './proof/postgres.ts';
import { fill, type Place, type Scene } from './proof/scene.ts';
import { Verdict } from './proof/verdict.ts';
import { root, serve } from './processes.ts';

const { values: asked } = parseArgs({
  options: {
    followers: { type: 'string', default: '100,500,2000' },
    groups: { type: 'string', default: '1,10,40' },
    posts: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '3' },
    bar: { type: 'string', default: '1.3' },
  },
});
const posts = Number(asked.posts);
const numbers = (list: string) => list.split(',').filter(Boolean).map(Number);
const verdict = new Verdict();
const WRITERS = 40;

const postgres = await OwnPostgres.start();
const env = { DATABASE_URL: postgres.url, HUB_SECRET: SECRET };
let hub: HubProcess | undefined;
const bare = await serve(`${root}bench/feed/bare.ts`, {}, '/healthz');
try {
  const scene = await fill(
    { databaseUrl: postgres.url },
    { people: 250, groups: 41, isPrivate: () => false },
  );
  hub = await HubProcess.start(env);
  await warm(hub, scene);
  console.log('followers  groups  µs/message  of bare  with the post  p50 ms  p95 ms  p99 ms  kB/follower');
  for (const followers of numbers(asked.followers)) await measured(hub, scene, followers, 1);
  for (const groups of numbers(asked.groups).filter((count) => count > 1))
    await measured(hub, scene, 500, groups);
  process.exitCode = verdict.exitCode;
} finally {
  await bare.stop();
  await hub?.stop('SIGKILL');
  await postgres.remove();
}

async function measured(at: HubProcess, scene: Scene, followers: number, groups: number): Promise<void> {
  const [place, silent] = [scene.groups[0], scene.groups.at(-1)];
  if (!place || !silent) throw new Error('There is no place to talk in.');
  const cursors = await Promise.all(scene.groups.slice(0, groups).map((one) => cursorOf(at, scene, one)));
  const before = residentKb(at.pid);
  const crowd = await Crowd.open({ origin: at.origin, cookies: cookies(scene), sockets: followers, cursors });
  const kb = (residentKb(at.pid) - before) / followers;
  const twin = await Crowd.open({ origin: bare.origin, cookies: null, sockets: followers, cursors: [] });
  const everyMs = Math.max(60, followers / 8);
  const rounds = [];
  const late: number[] = [];
  for (let n = 0; n <= Number(asked.rounds); n++) {
    const alone = await costOf(at.pid, () => talk(at, scene, silent, everyMs));
    crowd.forget();
    const ours = await costOf(at.pid, async () => {
      const acknowledged = await talk(at, scene, place, everyMs);
      const { heard } = await crowd.until((report) => heardBy(report.heard) >= followers * posts);
      if (n > 0) late.push(...Object.values(heard).map(({ last }, k) => last - (acknowledged[k] ?? 0)));
    });
    const { sample } = await crowd.report();
    twin.forget();
    const theirs = await costOf(bare.pid, async () => {
      await fetch(`${bare.origin}/?times=${posts}&every=${everyMs}`, { method: 'POST', body: sample });
      await twin.until((report) => heardBy(report.heard) >= followers * posts);
    });
    const perMessage = 1_000 / (followers * posts);
    if (n > 0)
      rounds.push({
        ours: (ours - alone) * perMessage,
        whole: ours * perMessage,
        theirs: theirs * perMessage,
      });
  }
  await Promise.all([crowd.close(), twin.close()]);
  const ratio = median(rounds.map(({ ours, theirs }) => ours / theirs));
  const whole = median(rounds.map(({ whole: all, theirs }) => all / theirs));
  const cells = [
    [String(followers), 9],
    [String(groups), 8],
    [median(rounds.map(({ ours }) => ours)).toFixed(1), 12],
    [ratio.toFixed(2), 9],
    [whole.toFixed(2), 15],
    ...[0.5, 0.95, 0.99].map((share) => [percentile(late, share).toFixed(0), 8] as const),
    [kb.toFixed(1), 13],
  ] as const;
  verdict.note(cells.map(([text, width]) => text.padStart(width)).join(''));
  verdict.figure(`a message to ${followers} in ${groups} groups, of a bare one`, ratio, {
    most: Number(asked.bar),
  });
  await wait(2_000);
}

/** Posts at an even pace, and answers when each was acknowledged. */
async function talk(at: HubProcess, scene: Scene, place: Place, everyMs: number): Promise<number[]> {
  const acknowledged: number[] = [];
  for (let n = 0; n < posts; n++) {
    const body = `Said ${n}: we kept the rota on the door, and everybody wrote their own name beside the hours they could do.`;
    const input = { discussionId: place.discussionId, body, clientMutationId: crypto.randomUUID() };
    // In turn: one person may not post so often.
    await send(at, String(scene.people[1 + (n % WRITERS)]?.cookie), POST, input);
    acknowledged.push(sharedNow());
    await wait(everyMs);
  }
  return acknowledged;
}

async function costOf(pid: number, work: () => Promise<unknown>): Promise<number> {
  const before = cpuMs(pid) ?? 0;
  await work();
  return (cpuMs(pid) ?? 0) - before;
}

function heardBy(heard: Record<string, { count: number }>): number {
  return Object.values(heard).reduce((sum, { count }) => sum + count, 0);
}

function cookies({ people }: Scene): string[] {
  return people.slice(2).map(({ cookie }) => cookie);
}

async function cursorOf(at: HubProcess, scene: Scene, { discussionId, stream }: Place): Promise<Cursor> {
  const { ask } = await import('./proof/ask.ts');
  const query = 'query ($id: ID!) { discussion(id: $id) { cursor { stream epoch seq } } }';
  const { discussion } = await ask(at, String(scene.people[1]?.cookie), query, { id: discussionId });
  return (discussion?.['cursor'] as Cursor | undefined) ?? { stream, epoch: 1, seq: 0 };
}

/** Until the compiler has seen enough of it. */
async function warm(at: HubProcess, scene: Scene): Promise<void> {
  const silent = scene.groups.at(-1);
  if (silent) for (let n = 0; n < 5; n++) await talk(at, scene, silent, 5);
}
