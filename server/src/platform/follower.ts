import { AccessChanged, CaughtUp, Heads, type FeedItem } from './feed.ts';
import type { FeedRead } from './feed-read.ts';
import type { FeedSource } from './feed-source.ts';
import type { CursorInput } from './log.ts';

const HEADS_EVERY_MS = 30_000;

/** Sends one message; resolves when the socket can take more. */
export type Send = (item: FeedItem, shared?: FeedRead) => Promise<void>;

/** Follows some streams for one person: catches up, then waits to be woken. One loop, nothing queued. */
export class Follower {
  readonly #cursors: Map<string, CursorInput>;
  readonly #source: FeedSource;
  readonly #actorId: string;
  readonly #send: Send;
  readonly #quiet: (() => void)[] = [];
  #authorisedAt = -1;
  #wake: () => void = () => {};
  #awake = false;
  #stopped = false;

  constructor(source: FeedSource, actorId: string, cursors: CursorInput[], send: Send) {
    this.#source = source;
    this.#actorId = actorId;
    this.#send = send;
    this.#cursors = new Map(cursors.map((cursor) => [cursor.stream, { ...cursor }]));
  }

  stop(): void {
    this.#stopped = true;
    for (const quiet of this.#quiet.splice(0)) quiet();
    this.#wake();
  }

  /** Registers for hints first and reads after, so nothing falls between the two. */
  async run(): Promise<void> {
    const stirred = () => {
      this.#awake = true;
      this.#wake();
    };
    for (const stream of ['access', ...this.#cursors.keys()])
      this.#quiet.push(this.#source.board.follow(stream, stirred));
    await this.#authorise();
    let caughtUp = false;
    let headsDue = Date.now() + HEADS_EVERY_MS;
    while (!this.#stopped) {
      this.#awake = false;
      await this.#catchUp();
      if (!caughtUp && !this.#stopped) await this.#send(new CaughtUp());
      caughtUp = true;
      if (Date.now() >= headsDue) {
        await this.#sendHeads();
        headsDue = Date.now() + HEADS_EVERY_MS;
      }
      await this.#sleep(headsDue - Date.now());
    }
  }

  async #catchUp(): Promise<void> {
    if (this.#source.board.headOf('access') > this.#authorisedAt) await this.#authorise();
    for (const cursor of [...this.#cursors.values()]) {
      while (!this.#stopped && this.#cursors.has(cursor.stream)) {
        const read = await this.#source.read(cursor);
        // Rights moved in the snapshot we just read: ask again before a word of it is written.
        if (read.accessHead > this.#authorisedAt) await this.#authorise();
        if (!read.item || !this.#cursors.has(cursor.stream)) break;
        await this.#send(read.item, read);
        if (!('toSeq' in read.item)) {
          this.#cursors.delete(cursor.stream);
          break;
        }
        cursor.seq = read.item.toSeq;
      }
    }
  }

  async #authorise(): Promise<void> {
    const { readable, accessHead } = await this.#source.authorise(this.#actorId, [...this.#cursors.keys()]);
    this.#authorisedAt = Math.max(accessHead, this.#authorisedAt);
    for (const stream of [...this.#cursors.keys()]) {
      if (readable.has(stream)) continue;
      this.#cursors.delete(stream);
      await this.#send(new AccessChanged(stream));
    }
  }

  async #sendHeads(): Promise<void> {
    // After a catch-up each cursor is the head as it was read.
    await this.#send(
      new Heads([...this.#cursors.values()].map(({ stream, seq }) => ({ stream, head: seq }))),
    );
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#awake || this.#stopped) return resolve();
      const timer = setTimeout(resolve, Math.max(ms, 0));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
