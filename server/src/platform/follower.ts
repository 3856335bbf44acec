import { setImmediate as immediately } from 'node:timers/promises';
import { AccessChanged, CaughtUp, Heads, type FeedItem } from './feed.ts';
import type { FeedSource } from './feed-source.ts';
import type { Member } from './channel.ts';
import type { HeadBoard } from './heads.ts';
import { earlier } from './instant.ts';
import type { CursorInput } from './log.ts';
import type { Outlet } from './outlet.ts';
import type { Concerned, Moved, Rights } from './rights.ts';

const HEADS_EVERY_MS = 30_000;

/** What a follower asks of the source of streams. */
type Asked = 'read' | 'readable' | 'hold' | 'channel' | 'shareWords' | 'unshareWords';
export interface Source extends Pick<FeedSource, Asked> {
  readonly board: Pick<HeadBoard, 'follow' | 'headOf' | 'checkedAt'>;
  readonly rights: Pick<Rights, 'seen' | 'add' | 'remove' | 'upTo'>;
}

/**
 * Follows some streams for one person. Each stream is caught up alone, then heard together with everybody else who is
 * at its head; a reader who falls behind is alone again. Nothing is queued here: what was not written is in the log.
 */
export class Follower implements Member, Concerned {
  readonly outlet: Outlet;
  readonly #source: Source;
  readonly #actorId: string;
  /** The streams still followed, and where each was when it was last read alone. */
  readonly #cursors: Map<string, CursorInput>;
  readonly #together = new Set<string>();
  #quiet: (() => void)[] = [];
  #authorisedAt = -1;
  #wake: () => void = () => {};
  #isAwake = false;
  #isStopped = false;

  constructor(source: Source, actorId: string, cursors: CursorInput[], outlet: Outlet) {
    this.outlet = outlet;
    this.#source = source;
    this.#actorId = actorId;
    this.#cursors = new Map(cursors.map((cursor) => [cursor.stream, { ...cursor }]));
  }

  get authorisedAt(): number {
    return this.#authorisedAt;
  }

  stop(): void {
    this.#isStopped = true;
    for (const stream of this.#together) this.#source.channel(stream).leave(this);
    for (const quiet of this.#quiet.splice(0)) quiet();
    this.#source.rights.remove(this);
    this.#wake();
  }

  /** Registers for hints and rights first and reads after, so nothing falls between. */
  async run(): Promise<void> {
    if (this.#isStopped) return;
    const isShared = this.#source.shareWords(this.outlet.key);
    if (isShared) this.#quiet.push(() => this.#source.unshareWords(this.outlet.key));
    for (const stream of this.#cursors.keys())
      this.#quiet.push(isShared ? this.#source.hold(stream) : this.#source.board.follow(stream, this.#stir));
    await this.#source.rights.add(this);
    await this.#authorise();
    let isCaughtUp = false;
    let headsDue = Date.now() + HEADS_EVERY_MS;
    while (!this.#isStopped) {
      this.#isAwake = false;
      let upTo = new Date();
      for (const stream of [...this.#cursors.keys()])
        upTo = earlier(await this.#catchUp(stream, isShared), upTo);
      if (!isCaughtUp) await this.#say(new CaughtUp(upTo));
      isCaughtUp = true;
      if (Date.now() >= headsDue) {
        headsDue = Date.now() + HEADS_EVERY_MS;
        await this.#sayHeads();
      }
      await this.#sleep(headsDue - Date.now());
    }
  }

  left(stream: string, cursor: CursorInput): void {
    this.#together.delete(stream);
    if (this.#cursors.has(stream)) this.#cursors.set(stream, { ...cursor });
    this.#stir();
  }

  ended(stream: string): void {
    this.#together.delete(stream);
    this.#cursors.delete(stream);
  }

  /** Whoever hears everything together with others is only asked for again when it may concern them. */
  async rightsMoved({ people, things, isAnybody }: Moved, upTo: number): Promise<void> {
    if (this.#together.size < this.#cursors.size) return this.#stir();
    const isMine = isAnybody || people.has(this.#actorId) || this.#follows(things);
    if (isMine) return this.#authorise();
    this.#authorisedAt = Math.max(upTo, this.#authorisedAt);
  }

  #follows(things: ReadonlySet<string>): boolean {
    return (
      things.size > 0 && [...this.#cursors.keys()].some((stream) => things.has(stream.split(':')[1] ?? ''))
    );
  }

  /** Answers with the moment up to which nothing of the stream is missing. */
  async #catchUp(stream: string, isShared: boolean): Promise<Date> {
    let upTo = new Date();
    for (;;) {
      const cursor = this.#alone(stream);
      if (!cursor) return upTo;
      if (this.outlet.isFull) {
        await this.outlet.drained();
        continue;
      }
      const read = await this.#source.read(cursor);
      upTo = read.at;
      // Rights had moved by the time we had read it: ask again before a word of it is written.
      await this.#source.rights.upTo(read.accessHead);
      if (this.#authorisedAt < read.accessHead) await this.#authorise();
      if (this.#alone(stream) !== cursor) continue;
      if (!read.item) {
        if (!isShared) return upTo;
        await this.#join(cursor);
        continue;
      }
      const words = await this.outlet.words(read.item, isShared ? read : undefined);
      // The right was lost while the words were made.
      if (this.#alone(stream) !== cursor) continue;
      this.outlet.write(words);
      if (!('toSeq' in read.item)) {
        this.#cursors.delete(stream);
        return upTo;
      }
      cursor.seq = read.item.toSeq;
    }
    return upTo;
  }

  /** Where a stream stands that is not heard together with others. Looked up each time: whoever falls behind stands anew. */
  #alone(stream: string): CursorInput | undefined {
    return this.#isStopped || this.#together.has(stream) ? undefined : this.#cursors.get(stream);
  }

  async #join(cursor: CursorInput): Promise<void> {
    const channel = this.#source.channel(cursor.stream);
    if (channel.join(this, cursor)) {
      this.#together.add(cursor.stream);
      return;
    }
    await channel.settled();
    // Both may have been told the same shared answer: others get their turn before it is asked for again.
    await immediately();
  }

  async #authorise(): Promise<void> {
    const upTo = this.#source.rights.seen;
    const readable = await this.#source.readable(this.#actorId, [...this.#cursors.keys()]);
    this.#authorisedAt = Math.max(upTo, this.#authorisedAt);
    for (const stream of [...this.#cursors.keys()]) {
      if (readable.has(stream)) continue;
      this.#cursors.delete(stream);
      if (this.#together.delete(stream)) this.#source.channel(stream).leave(this);
      await this.#say(new AccessChanged(stream));
    }
  }

  async #say(item: FeedItem): Promise<void> {
    const words = await this.outlet.words(item);
    if (!this.#isStopped) this.outlet.write(words);
  }

  /** How far each stream had come when the heads were last looked at, whether or not we could tell of it. */
  async #sayHeads(): Promise<void> {
    const { board } = this.#source;
    if (!board.checkedAt) return;
    const heads = [...this.#cursors.values()].map(({ stream, seq }) => {
      const written = this.#together.has(stream) ? this.#source.channel(stream).head : seq;
      return { stream, head: Math.max(written, board.headOf(stream)) };
    });
    await this.#say(new Heads(heads, board.checkedAt));
  }

  readonly #stir = (): void => {
    this.#isAwake = true;
    this.#wake();
  };

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#isAwake || this.#isStopped) return resolve();
      const timer = setTimeout(resolve, Math.max(ms, 0));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
