import { once } from 'node:events';
import type { WebSocket } from 'ws';
import { residentKb } from '../feed/figures.ts';
import type { Stage } from '../prove-sockets.ts';
import { INIT, knock, subscribing, type Cursor } from './line.ts';

const HUB: Cursor[] = [{ stream: 'hub', epoch: 1, seq: 0 }];
const SUBSCRIBES = 10_000;
const HUGE = 50 * 1024 * 1024;

/** Ten thousand subscriptions on one socket, and one frame of fifty megabytes. */
export async function floods({ hub, scene, verdict }: Stage): Promise<void> {
  const cookie = String(scene.people[1]?.cookie);
  const before = residentKb(hub.pid);

  const greedy = await opened(knock(hub, cookie));
  let completed = 0;
  greedy.on('message', (text: Buffer) => (completed += Number(text.includes('CaughtUp'))));
  const ended = closing(greedy);
  for (let n = 1; n <= SUBSCRIBES; n++) greedy.send(subscribing(String(n), HUB), () => {});
  verdict.figure('10,000 subscribes on one socket end with', await ended, { most: 1008, least: 1008 });
  verdict.figure('of them were followed', completed, { most: 50 });

  const heavy = await opened(knock(hub, cookie));
  const refused = closing(heavy);
  heavy.send(Buffer.alloc(HUGE, 'x'), { binary: false }, () => {});
  // Cut off in the middle of the frame, a client may not get to read the code.
  verdict.figure('a frame of 50 MB ends with', await refused, { most: 1009, least: 1006 });
  verdict.figure('memory taken by both', (residentKb(hub.pid) - before) / 1024, { most: 96 }, ' MB');
  const { status } = await fetch(`${hub.origin}/readyz`);
  verdict.figure('and the hub answers', status, { most: 200, least: 200 });
}

export async function opened(socket: WebSocket): Promise<WebSocket> {
  await once(socket, 'open');
  socket.send(INIT);
  await once(socket, 'message');
  return socket;
}

function closing(socket: WebSocket): Promise<number> {
  socket.on('error', () => {});
  return new Promise((resolve) => socket.once('close', resolve));
}
