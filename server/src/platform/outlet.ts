import type { FeedItem } from './feed.ts';
import type { FeedRead } from './feed-read.ts';

const MOST_KEPT = 32;

/** What many are told: its text, and the bytes for each name under which they asked, made once. */
export class Words {
  readonly text: string;
  readonly #bytes = new Map<string, Buffer>();

  constructor(text: string) {
    this.text = text;
  }

  /** Names are chosen by those who ask: beyond some, each reader costs their own. */
  under(name: string, make: (text: string) => Buffer): Buffer {
    const before = this.#bytes.get(name);
    if (before) return before;
    const bytes = make(this.text);
    if (this.#bytes.size < MOST_KEPT) this.#bytes.set(name, bytes);
    return bytes;
  }
}

/** Where the words for one follower go: an operation on a socket. */
export interface Outlet {
  /** Outlets with the same key are told the same words. */
  readonly key: string;
  /** An item in the words that were asked for. */
  words(item: FeedItem, read?: FeedRead): Promise<Words>;
  write(words: Words): void;
  /** The reader has not taken so much that it is better to wait: what they have not taken stays in the log. */
  readonly isFull: boolean;
  /** Resolves once the reader has taken enough, or is gone. */
  drained(): Promise<void>;
}
