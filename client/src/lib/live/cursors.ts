import type { FeedItemFragment } from '#lib/api/generated/operations.ts';

export type FeedItem = FeedItemFragment;
export type Batch = Extract<FeedItem, { __typename: 'Batch' }>;
export type FeedEvent = Batch['events'][number];

export interface Cursor {
  stream: string;
  epoch: number;
  seq: number;
}

/** Where each stream is, and what of a batch is news. */
export class Cursors {
  readonly #at: Map<string, Cursor>;

  constructor(start: readonly Cursor[]) {
    this.#at = new Map(start.map((cursor) => [cursor.stream, { ...cursor }]));
  }

  get all(): Cursor[] {
    return [...this.#at.values()].map((cursor) => ({ ...cursor }));
  }

  forget(stream: string): void {
    this.#at.delete(stream);
  }

  /** The events not heard before; null when some are missing in between, and we must ask again. */
  news({ stream, fromSeq, events }: Batch): FeedEvent[] | null {
    const cursor = this.#at.get(stream);
    if (!cursor) return [];
    if (fromSeq > cursor.seq) return null;
    return events.filter(({ seq }) => seq > cursor.seq);
  }

  /** Called once the news is applied, never before. */
  applied({ stream, toSeq }: Batch): void {
    const cursor = this.#at.get(stream);
    if (cursor && toSeq > cursor.seq) cursor.seq = toSeq;
  }

  /** Whether everything up to these heads has been applied. */
  reached(heads: readonly { stream: string; head: number }[]): boolean {
    return heads.every(({ stream, head }) => (this.#at.get(stream)?.seq ?? head) >= head);
  }
}
