import { setTimeout as wait } from 'node:timers/promises';
import { Crowd } from '../feed/crowd.ts';
import { percentile, residentKb, sharedNow } from '../feed/figures.ts';
import type { Stage } from '../prove-sockets.ts';
import { POST, send } from './ask.ts';
import { cursorsOf } from './snapshot.ts';

const MOST_MB = 512;
const POSTS = 5;

/** Thousands who follow and say nothing: what they weigh, and whether news still reaches all of them. */
export async function idle({ hub, scene, verdict }: Stage, many: number): Promise<void> {
  const [place] = scene.groups;
  if (!place || many === 0) return;
  const before = residentKb(hub.pid);
  const cursors = await cursorsOf(hub, scene, [place]);
  const cookies = scene.people.slice(1).map(({ cookie }) => cookie);
  const half = Math.ceil(many / 2);
  const order = { origin: hub.origin, cursors };
  const crowds = [
    await Crowd.open({ ...order, sockets: half, cookies: cookies.filter((_, n) => n % 2 === 0) }),
    await Crowd.open({ ...order, sockets: many - half, cookies: cookies.filter((_, n) => n % 2 === 1) }),
  ];
  await wait(Math.min(30_000, many * 3));
  const reports = await Promise.all(crowds.map((crowd) => crowd.report()));
  const gone = (closed: Record<string, number>) => Object.values(closed).reduce((sum, each) => sum + each, 0);
  const open = reports.reduce((sum, { caughtUp, closed }) => sum + caughtUp - gone(closed), 0);
  const memory = residentKb(hub.pid);
  verdict.figure('idle followers', open, { least: many });
  verdict.figure('memory of the hub with them', memory / 1024, { most: MOST_MB }, ' MB');
  verdict.note(`       ${((memory - before) / many).toFixed(1)} kB for each of them`);

  const late: number[] = [];
  for (let n = 0; n < POSTS; n++) {
    for (const crowd of crowds) crowd.forget();
    const input = {
      discussionId: place.discussionId,
      body: `To all of you, ${n}.`,
      clientMutationId: crypto.randomUUID(),
    };
    await send(hub, String(scene.people[1]?.cookie), POST, input);
    const acknowledged = sharedNow();
    const heard = await Promise.all(
      crowds.map((crowd, k) => crowd.until(({ heard: told }) => count(told) >= (k ? many - half : half))),
    );
    late.push(
      Math.max(
        ...heard.flatMap(({ heard: told }) => Object.values(told).map(({ last }) => last - acknowledged)),
      ),
    );
  }
  verdict.note(
    `       a post reaches the last of them after ${percentile(late, 0.5).toFixed(0)} ms (median of ${POSTS})`,
  );
  await Promise.all(crowds.map((crowd) => crowd.close()));
}

function count(told: Record<string, { count: number }>): number {
  return Object.values(told).reduce((sum, one) => sum + one.count, 0);
}
