import type { Batch, FeedItem, Reset } from './feed.ts';
import type { FeedRead } from './feed-read.ts';
import type { HeadBoard } from './heads.ts';
import { backoff } from './hints.ts';
import { log } from './line-log.ts';
import type { CursorInput } from './log.ts';
import type { Outlet, Words } from './outlet.ts';
import type { Rights } from './rights.ts';

const LONGEST_WAIT_MS = 1_000;

/** A follower as a channel knows it. */
export interface Member {
  readonly outlet: Outlet;
  /** How far `access` had come when its rights were last looked at. */
  readonly authorisedAt: number;
  /** From here on it must help itself. */
  left(stream: string, cursor: CursorInput): void;
  /** The stream has ended for everybody. */
  ended(stream: string): void;
}

interface Reading {
  board: HeadBoard;
  rights: Pick<Rights, 'upTo'>;
  read(cursor: CursorInput): Promise<FeedRead>;
}

/**
 * One stream, for all of this process who have heard everything of it: what comes is read once, put into words once for
 * each document, and written to every socket. Whoever cannot keep up leaves, catches up alone and joins again.
 */
export class Channel {
  readonly #stream: string;
  readonly #reading: Reading;
  readonly #members = new Map<string, Set<Member>>();
  /** Every member has been written everything up to here. Replaced, never changed. */
  #at: CursorInput | null = null;
  #pumping: Promise<void> | null = null;
  #startsOver = false;
  #failures = 0;

  constructor(stream: string, reading: Reading) {
    this.#stream = stream;
    this.#reading = reading;
  }

  get head(): number {
    return this.#at?.seq ?? 0;
  }

  /** Takes in whoever is exactly where we are. */
  join(member: Member, cursor: CursorInput): boolean {
    if (this.#members.size === 0) this.#at = { ...cursor };
    const at = this.#at;
    if (!at || at.epoch !== cursor.epoch || at.seq !== cursor.seq) return false;
    const { key } = member.outlet;
    const alike = this.#members.get(key) ?? new Set();
    this.#members.set(key, alike.add(member));
    this.stir();
    return true;
  }

  leave(member: Member): void {
    const { key } = member.outlet;
    const alike = this.#members.get(key);
    if (alike?.delete(member) && alike.size === 0) this.#members.delete(key);
  }

  /** Somebody is further than we are: reads on, and resolves when that is done. */
  async settled(): Promise<void> {
    this.#pumping ??= this.#pump();
    await this.#pumping;
  }

  /** There may be news, or everything may have begun anew. */
  stir(startsOver = false): void {
    if (this.#members.size === 0) return;
    if (startsOver) this.#startsOver = true;
    else if (this.#reading.board.headOf(this.#stream) <= this.head) return;
    this.#pumping ??= this.#pump();
  }

  async #pump(): Promise<void> {
    let isMore = true;
    while (isMore && this.#at && this.#members.size > 0) {
      const heardOf = this.#reading.board.headOf(this.#stream);
      this.#startsOver = false;
      try {
        const goesOn = await this.#step(this.#at);
        isMore = goesOn || this.#startsOver || this.#reading.board.headOf(this.#stream) > heardOf;
        this.#failures = 0;
      } catch (error) {
        // The database is away. Nobody is sent off for it: the news is still there when it returns.
        isMore = false;
        this.#failed(error);
      }
    }
    this.#pumping = null;
  }

  #failed(error: unknown): void {
    const detail = error instanceof Error ? error : String(error);
    if (this.#failures === 0) log('warn', 'feed.unread', { detail });
    setTimeout(() => this.stir(true), Math.min(backoff(this.#failures++), LONGEST_WAIT_MS)).unref();
  }

  /** Reads one stretch and writes it to everybody; answers whether there was more. */
  async #step(from: CursorInput): Promise<boolean> {
    const read = await this.#reading.read(from);
    await this.#reading.rights.upTo(read.accessHead);
    const { item } = read;
    if (!item) return false;
    const words = new Map<string, Words>();
    for (const [key, [one]] of [...this.#members])
      if (one) words.set(key, await one.outlet.words(item, read));
    // All left meanwhile, and others began somewhere else.
    if (this.#at !== from) return true;
    if (!isBatch(item)) return this.#end(words, from);
    this.#at = { ...from, seq: item.toSeq };
    for (const [key, alike] of this.#members) this.#tell(alike, words.get(key), from, read.accessHead);
    return read.isMore;
  }

  #tell(alike: Set<Member>, words: Words | undefined, from: CursorInput, accessHead: number): void {
    for (const member of alike) {
      // Joined too late to be made sure of: they read this stretch by themselves.
      if (words === undefined || member.authorisedAt < accessHead) {
        this.leave(member);
        member.left(this.#stream, from);
        continue;
      }
      member.outlet.write(words);
      if (!member.outlet.isFull || !this.#at) continue;
      this.leave(member);
      member.left(this.#stream, this.#at);
    }
  }

  #end(words: Map<string, Words>, from: CursorInput): false {
    for (const [key, alike] of [...this.#members]) {
      const text = words.get(key);
      for (const member of alike) {
        this.leave(member);
        if (text === undefined) {
          member.left(this.#stream, from);
          continue;
        }
        member.outlet.write(text);
        member.ended(this.#stream);
      }
    }
    return false;
  }
}

function isBatch(item: FeedItem): item is Batch {
  return 'toSeq' in (item as Batch | Reset);
}
