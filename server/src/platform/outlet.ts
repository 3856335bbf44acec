import type { FeedItem } from './feed.ts';
import type { FeedRead } from './feed-read.ts';

/** Where the words for one follower go: an operation on a socket. */
export interface Outlet {
  /** Outlets with the same key are told the same words. */
  readonly key: string;
  /** An item in the words that were asked for. */
  words(item: FeedItem, read?: FeedRead): Promise<string>;
  write(words: string): void;
  /** The reader has not taken so much that it is better to wait: what they have not taken stays in the log. */
  readonly isFull: boolean;
  /** Resolves once the reader has taken enough, or is gone. */
  drained(): Promise<void>;
}
