import type { WebSocket } from 'ws';
import type { Door } from './ask.ts';
import type { Chance } from './chance.ts';
import { followed, type Cursor, type Item } from './line.ts';
import type { Somebody } from './scene.ts';

export interface Told {
  stream: string;
  seq: number;
  /** Where the batch ended in which it came. */
  upTo: number;
  text: string;
}

/** What a listener must never see, counted, with the first example of each. */
export class Wrongs {
  readonly counts = { missing: 0, duplicate: 0, disorder: 0, revoked: 0 };
  readonly examples: string[] = [];

  add(kind: keyof Wrongs['counts'], example: string): void {
    if (this.counts[kind]++ === 0) this.examples.push(`${kind}: ${example}`);
  }
}

const HARD_CODES = new Set([1008, 1009, 1011, 4400, 4401, 4500]);
const LONGEST_WAIT_MS = 30_000;
/** As the pages do. */
const QUICK_TRIES = 3;

/** A reader as the pages are: takes a batch only at its cursor, comes back after a cut, fetches anew after a reset. */
export class Listener {
  readonly person: Somebody;
  readonly told: Told[] = [];
  /** How long it took from a cut until everything was there again, in milliseconds. */
  readonly back: number[] = [];
  /** How long each event took from being written to being heard, in milliseconds. */
  readonly delays: number[] = [];
  readonly resets: Record<string, number> = {};
  readonly refused: number[] = [];
  readonly #cursors = new Map<string, Cursor>();
  readonly #doors: readonly Door[];
  readonly #chance: Chance;
  readonly #wrongs: Wrongs;
  readonly #snapshot: (stream: string) => Promise<Cursor | null>;
  #socket: WebSocket | null = null;
  #door: number;
  #tries = 0;
  #lostAt: number | null = null;
  #isStopped = false;

  constructor(
    person: Somebody,
    doors: readonly Door[],
    chance: Chance,
    wrongs: Wrongs,
    snapshot: (person: Somebody, stream: string) => Promise<Cursor | null>,
  ) {
    this.person = person;
    this.#doors = doors;
    this.#chance = chance;
    this.#wrongs = wrongs;
    this.#door = chance.upTo(doors.length);
    this.#snapshot = (stream) => snapshot(person, stream);
  }

  get cursors(): Cursor[] {
    return [...this.#cursors.values()];
  }

  /** Follows a stream from where a fresh page stands. */
  async begin(stream: string): Promise<void> {
    const cursor = await this.#snapshot(stream);
    // The page of a place that ended stands in the one it went on in.
    const isNew = cursor && (cursor.stream === stream || !this.#cursors.has(cursor.stream));
    if (isNew && !this.#isStopped) this.#cursors.set(cursor.stream, cursor);
  }

  /** Follows what it has cursors for; called again it does so anew, as when a page adds a stream. */
  connect(): void {
    if (this.#isStopped) return;
    const old = this.#socket;
    this.#socket = null;
    old?.close(1000);
    const door = this.#doors[this.#door];
    if (!door || this.#cursors.size === 0) return;
    const socket = followed(
      door,
      this.person.cookie,
      this.cursors,
      (text) => this.#socket === socket && this.#hear(text),
      (code) => this.#socket === socket && this.#closed(code),
    );
    this.#socket = socket;
  }

  /** The network goes. */
  cut(): void {
    this.#socket?.terminate();
  }

  stop(): void {
    this.#isStopped = true;
    this.#socket?.close(1000);
  }

  #closed(code: number): void {
    if (HARD_CODES.has(code)) this.refused.push(code);
    this.#lostAt ??= performance.now();
    // A balancer sends it to whichever process lives.
    this.#door = (this.#door + 1) % this.#doors.length;
    const most = Math.min(1_000 * 2 ** Math.max(0, this.#tries++ - QUICK_TRIES), LONGEST_WAIT_MS);
    setTimeout(() => this.connect(), this.#chance.next() * most);
  }

  #hear(text: Buffer): void {
    const { type, payload } = JSON.parse(text.toString()) as {
      type: string;
      payload?: { data?: { feed: Item } };
    };
    const item = payload?.data?.feed;
    if (type !== 'next' || !item) return void this.#wrongs.add('missing', text.toString().slice(0, 300));
    if (item.__typename === 'Batch') return this.#batch(item);
    if (item.__typename === 'CaughtUp') return this.#caughtUp();
    if (item.__typename === 'AccessChanged') return void this.#cursors.delete(item.stream);
    if (item.__typename === 'Reset') return this.#reset(item);
  }

  #caughtUp(): void {
    if (this.#lostAt !== null) this.back.push(performance.now() - this.#lostAt);
    this.#lostAt = null;
    this.#tries = 0;
  }

  #batch({ stream, fromSeq, toSeq, events }: Item): void {
    const cursor = this.#cursors.get(stream);
    if (!cursor) return this.#wrongs.add('revoked', `${stream} ${fromSeq} to ${toSeq} after it was closed`);
    if (fromSeq > cursor.seq) this.#wrongs.add('missing', `${stream} ${cursor.seq} to ${fromSeq}`);
    if (fromSeq < cursor.seq) this.#wrongs.add('duplicate', `${stream} ${fromSeq} to ${cursor.seq}`);
    let last = fromSeq;
    for (const { seq, type, subjectId, at } of events) {
      if (seq <= last) this.#wrongs.add('disorder', `${stream} ${seq} after ${last}`);
      if (seq > last + 1) this.#wrongs.add('missing', `${stream} ${last} then ${seq}`);
      last = seq;
      this.delays.push(Date.now() - Date.parse(at));
      this.told.push({ stream, seq, upTo: toSeq, text: `${type} ${subjectId}` });
    }
    if (last !== toSeq) this.#wrongs.add('missing', `${stream} ${last} then ${toSeq}`);
    cursor.seq = toSeq;
  }

  #reset({ stream, reason, successor }: Item): void {
    this.resets[reason] = (this.resets[reason] ?? 0) + 1;
    this.#cursors.delete(stream);
    const next = reason === 'MERGED' ? successor : stream;
    if (!next || this.#cursors.has(next)) return;
    void this.begin(next).then(() => this.connect());
  }
}
