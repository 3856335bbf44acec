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

/** What is known of a line: its turn, whether it answered, and until when its session was good when last asked for. */
interface State {
  slot: number;
  isAlive: boolean;
  goodUntil: number;
}

/** Of these sessions, those that go on, and for how many milliseconds. */
type StillOpen = (sessionIds: string[]) => Promise<Map<string, number>>;

/**
 * All open lines of this process. Every second some of them are looked after, so that ten thousand are never looked at
 * at once: a line that did not answer since its last beat is cut, and a line whose session is over is closed. All whose
 * session is due are asked for in one statement: each in its turn, when it is new, and when its session runs out.
 */
export class Lines {
  readonly #all = new Map<Line, State>();
  readonly #byPerson = new Map<string, Set<Line>>();
  readonly #stillOpen: StillOpen;
  readonly #timer: NodeJS.Timeout;
  #second = 0;
  #opened = 0;
  #isAsking = false;

  constructor(stillOpen: StillOpen) {
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
    // Whose it is may have been known for a second: it is asked again at the next.
    const state = { slot: this.#opened++, isAlive: true, goodUntil: 0 };
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
    const now = performance.now();
    const due: [Line, State][] = [];
    for (const [line, state] of this.#all) {
      // Kept, until it was answered: what could not be asked in its turn is asked in the next second.
      if ((state.slot + this.#second) % RECHECK_S === 0) state.goodUntil = 0;
      if (state.goodUntil <= now) due.push([line, state]);
      if ((state.slot + this.#second) % BEAT_S !== 0) continue;
      if (!state.isAlive) {
        line.socket.terminate();
        continue;
      }
      state.isAlive = false;
      line.socket.ping();
    }
    if (due.length > 0 && !this.#isAsking) void this.#recheck(due);
  }

  /** A session that ran out told nobody. While the database is away nobody is sent off, and all are asked for again. */
  async #recheck(due: [Line, State][]): Promise<void> {
    this.#isAsking = true;
    const asked = performance.now();
    const still = await this.#stillOpen(due.map(([{ viewer }]) => viewer.sessionId)).catch(() => null);
    this.#isAsking = false;
    for (const [{ socket, viewer }, state] of still ? due : []) {
      const left = still?.get(viewer.sessionId);
      if (left === undefined) letGo(socket, SIGNED_OUT, 'Signed out');
      else state.goodUntil = asked + left;
    }
  }
}
