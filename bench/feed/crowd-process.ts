// Many readers in a process of their own, which only count: parsing would cost more than the server does.
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { followed, knock, type Cursor } from '../proof/line.ts';

export interface Order {
  origin: string;
  /** One for each socket; without them nothing is asked, and whatever comes is counted. */
  cookies: string[] | null;
  sockets: number;
  cursors: Cursor[];
  /** These never read what they are sent. */
  isSilent?: boolean;
}

export interface Report {
  /** How many were ever opened. */
  open: number;
  caughtUp: number;
  closed: Record<string, number>;
  /** How many heard each number of the stream, and when the last of them did. */
  heard: Record<string, { count: number; last: number }>;
  sample: string;
}

const report: Report = { open: 0, caughtUp: 0, closed: {}, heard: {}, sample: '' };
const AT_ONCE = 50;

/** A clock that all processes of this machine share. */
const now = () => Number(process.hrtime.bigint() / 1_000n) / 1_000;

function hear(bytes: Buffer): void {
  const text = bytes.toString('latin1', 0, 400);
  const found = /"toSeq":(\d+)/.exec(text);
  if (!found) {
    if (text.includes('"CaughtUp"')) report.caughtUp += 1;
    return;
  }
  const seq = String(found[1]);
  const heard = (report.heard[seq] ??= { count: 0, last: 0 });
  heard.count += 1;
  heard.last = now();
  report.sample ||= bytes.toString('utf8');
}

async function open({ origin, cookies, sockets, cursors, isSilent }: Order): Promise<void> {
  for (let n = 0; n < sockets; n++) {
    const closed = (code: number) => {
      report.closed[code] = (report.closed[code] ?? 0) + 1;
    };
    const door = { origin };
    const cookie = cookies?.[n % cookies.length];
    const socket = cookie ? followed(door, cookie, cursors, hear, closed) : bare(door, closed);
    socket.once('open', () => (report.open += 1));
    if (isSilent) socket.once('message', () => setTimeout(() => socket.pause(), 500));
    while (n + 1 - report.open >= AT_ONCE) await wait(5);
  }
}

function bare(door: { origin: string }, closed: (code: number) => void): WebSocket {
  const socket = knock(door, '');
  socket.on('message', (bytes: Buffer) => hear(bytes));
  socket.on('close', closed);
  socket.on('error', () => {});
  return socket;
}

process.on('message', (asked: Order | 'report' | 'forget') => {
  if (asked === 'forget') report.heard = {};
  else if (asked === 'report') process.send?.(report);
  else void open(asked);
});
process.on('disconnect', () => process.exit(0));
