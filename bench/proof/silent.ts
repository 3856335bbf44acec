import { setTimeout as wait } from 'node:timers/promises';
import { Crowd } from '../feed/crowd.ts';
import { percentile, residentKb } from '../feed/figures.ts';
import type { Stage } from '../prove-sockets.ts';
import { POST, send } from './ask.ts';
import { followed } from './line.ts';
import { cursorsOf } from './snapshot.ts';

const MOST_MB = 96;
const MOST_LATE_MS = 250;
const AT_ONCE = 4;
/** So that a silent reader's share outgrows what the system itself would hold for them. */
const LONG = ' and whoever comes next signs below it'.repeat(100);

/** Readers who take nothing while much is said: the hub lives, its memory is bounded, and the others hear in time. */
export async function silent({ hub, scene, verdict }: Stage, many: number, events: number): Promise<void> {
  const [, place] = scene.groups;
  if (!place || many === 0) return;
  const cursors = await cursorsOf(hub, scene, [place]);
  const cookies = scene.people.slice(2).map(({ cookie }) => cookie);
  const crowd = await Crowd.open({ origin: hub.origin, cursors, cookies, sockets: many, isSilent: true });
  await wait(1_000);
  const heard = new Map<number, number>();
  const healthy = followed(
    hub,
    String(scene.people[1]?.cookie),
    cursors,
    (text) => {
      const { payload } = JSON.parse(text.toString());
      for (const { subject } of payload?.data?.feed.events ?? [])
        heard.set(subject.number, performance.now());
    },
    () => {},
  );
  await wait(500);
  const before = residentKb(hub.pid);
  let most = before;
  const late: number[] = [];
  let left = events;
  const talk = async () => {
    while (left-- > 0) {
      const input = {
        discussionId: place.discussionId,
        body: `On the door${LONG}`,
        clientMutationId: crypto.randomUUID(),
      };
      const { reply } = await send(hub, String(scene.people[1]?.cookie), POST, input);
      const said = { number: (reply as { number: number }).number, at: performance.now() };
      while (!heard.has(said.number)) await wait(2);
      late.push(Math.max(0, Number(heard.get(said.number)) - said.at));
      if (left % 50 === 0) most = Math.max(most, residentKb(hub.pid));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, talk));
  const { closed } = await crowd.report();
  healthy.close();
  verdict.figure('events with silent readers', late.length, { least: events });
  verdict.figure('memory they added at most', (most - before) / 1024, { most: MOST_MB }, ' MB');
  verdict.time('p95 of a healthy reader', percentile(late, 0.95), MOST_LATE_MS);
  verdict.note(
    `       silent readers sent off: ${JSON.stringify(closed)} (1006 is a cut, as they do not read the goodbye)`,
  );
  await crowd.close();
}
