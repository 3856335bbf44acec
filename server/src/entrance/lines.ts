import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Viewer } from '../people/viewer.ts';
import type { Follower } from '../platform/follower.ts';
import { letGo, SIGNED_OUT } from './letting-go.ts';

/** One socket, whose it is, and what is followed on it. */
export interface Line {
  socket: WebSocket;
  /** What the socket writes on. Whole frames may be written between its own. */
  wire: Duplex;
  viewer: Viewer;
  followers: Map<string, Follower>;
}

const BEAT_S = 12;
const RECHECK_S = 60;

/**
 * All open lines of this process. Every second some of them are looked after, so that ten thousand are never looked at
 * at once: a line that did not answer since its last beat is cut, and a line whose session is over is closed.
 */
export class Lines {
  readonly #all = new Map<Line, { slot: number; isAlive: boolean }>();
  readonly #byPerson = new Map<string, Set<Line>>();
  readonly #stillOpen: (sessionIds: string[]) => Promise<Set<string>>;
  readonly #timer: NodeJS.Timeout;
  #second = 0;
  #opened = 0;

  constructor(stillOpen: (sessionIds: string[]) => Promise<Set<string>>) {
    this.#stillOpen = stillOpen;
    this.#timer = setInterval(() => this.#look(), 1_000);
    this.#timer.unref();
  }

  [Symbol.iterator](): IterableIterator<Line> {
    return this.#all.keys();
  }

  of(personId: string): ReadonlySet<Line> {
    return this.#byPerson.get(personId) ?? new Set();
  }

  add(line: Line): void {
    const state = { slot: this.#opened++, isAlive: true };
    this.#all.set(line, state);
    const mine = this.#byPerson.get(line.viewer.id) ?? new Set();
    this.#byPerson.set(line.viewer.id, mine.add(line));
    line.socket.on('pong', () => (state.isAlive = true));
  }

  remove(line: Line): void {
    this.#all.delete(line);
    const mine = this.#byPerson.get(line.viewer.id);
    if (mine?.delete(line) && mine.size === 0) this.#byPerson.delete(line.viewer.id);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    this.#second += 1;
    const due: Line[] = [];
    for (const [line, state] of this.#all) {
      if ((state.slot + this.#second) % RECHECK_S === 0) due.push(line);
      if ((state.slot + this.#second) % BEAT_S !== 0) continue;
      if (!state.isAlive) {
        line.socket.terminate();
        continue;
      }
      state.isAlive = false;
      line.socket.ping();
    }
    if (due.length > 0) void this.#recheck(due);
  }

  /** A session that ran out told nobody. While the database is away nobody is sent off. */
  async #recheck(due: Line[]): Promise<void> {
    const still = await this.#stillOpen(due.map(({ viewer }) => viewer.sessionId)).catch(() => null);
    if (!still) return;
    for (const { socket, viewer } of due)
      if (!still.has(viewer.sessionId)) letGo(socket, SIGNED_OUT, 'Signed out');
  }
}
