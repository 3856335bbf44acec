import type { FeedEvent } from './cursors.ts';

// The viewer's own stream is followed once a tab, by what counts their inbox; drafts and read marks listen here.
const listeners = new Set<(event: FeedEvent) => void>();

/** Hears what happens to the viewer alone, until told to stop. Call it in the browser only. */
export function hearOwn(listener: (event: FeedEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellOwn(event: FeedEvent): void {
  for (const listener of listeners) listener(event);
}
