import { afterEach, beforeEach, vi } from 'vitest';
import { Switchboard } from './switchboard.ts';
import { TabSocket } from './tab-socket.ts';

export type Message = { type: string; id?: string; payload?: unknown };

/** The hub's end of a socket, as tests of tabs that share one see it. */
class Wire {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly heard: Message[] = [];
  isClosed = false;

  send(text: string): void {
    const message = JSON.parse(text) as Message;
    this.heard.push(message);
    if (message.type === 'connection_init') this.say({ type: 'connection_ack' });
  }
  say(message: Message): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  close(): void {
    this.isClosed = true;
  }
}

export let name = '';
export const wires: Wire[] = [];
const boards: Switchboard[] = [];
const tabs: TabSocket[] = [];
export let page = new EventTarget();

beforeEach(() => {
  name = `hub-live ${crypto.randomUUID()}`;
  page = new EventTarget();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.close();
  for (const board of boards.splice(0)) board.stop();
  await quiet();
  wires.length = 0;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** As many turns as a message needs to go to another tab and back, and more. */
export async function quiet(): Promise<void> {
  for (let n = 0; n < 20; n++) await new Promise((resolve) => setImmediate(resolve));
}

export function hold(): Switchboard {
  const connect = () => {
    const wire = new Wire();
    wires.push(wire);
    queueMicrotask(() => wire.onopen?.());
    return wire as unknown as WebSocket;
  };
  const board = new Switchboard(new BroadcastChannel(name), { person: 'hana' }, connect);
  boards.push(board);
  return board;
}

interface Tab {
  socket: TabSocket;
  heard: unknown[];
  codes: number[];
  alone: number;
  follow(id: string): void;
}

/** A tab, with what it hears and how it was closed. */
export async function tab(): Promise<Tab> {
  const it: Omit<Tab, 'socket' | 'follow'> = { heard: [], codes: [], alone: 0 };
  const socket = new TabSocket(new BroadcastChannel(name), () => (it.alone += 1));
  tabs.push(socket);
  socket.onmessage = ({ data }) => it.heard.push(data);
  socket.onclose = ({ code }) => it.codes.push(code);
  await quiet();
  const follow = (id: string) => socket.send(JSON.stringify({ type: 'subscribe', id, payload: {} }));
  return Object.assign(it, { socket, follow });
}
