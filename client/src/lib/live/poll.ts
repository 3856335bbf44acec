import { FeedSince } from '#lib/api/generated/operations.ts';
import { connection } from './connection.svelte.ts';
import type { Cursor, FeedItem } from './cursors.ts';

// Oftener than a cut is told of: as long as answers come, there is none.
const EVERY_MS = 4_000;

/** The same batches by plain query, for networks that block sockets. */
export function pollFeed(cursors: () => Cursor[], hear: (item: FeedItem) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  async function ask(): Promise<void> {
    try {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: FeedSince.text, variables: { cursors: cursors() } }),
      });
      const { data } = (await response.json()) as { data?: { feedSince: FeedItem[] } };
      if (data) connection.up();
      for (const item of data?.feedSince ?? []) if (!stopped) hear(item);
    } catch {
      // The network may be back next time.
    }
    if (!stopped) timer = setTimeout(() => void ask(), EVERY_MS);
  }

  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
