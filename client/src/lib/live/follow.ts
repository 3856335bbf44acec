import { FollowFeed } from '#lib/api/generated/operations.ts';
import { connection } from './connection.svelte.ts';
import { Cursors, type Batch, type Cursor, type FeedEvent, type FeedItem } from './cursors.ts';
import { pollFeed } from './poll.ts';
import { isLiveWanted } from './preferences.ts';
import { failures, socket } from './socket.ts';

export interface Hearing {
  /** Something happened. Hearing it twice does not occur; missing it does not either. */
  event(event: FeedEvent, stream: string): void;
  /** The page's data is too old to be brought up to date: fetch it again. */
  reset(stream: string): void;
  /** The stream may no longer be read: forget what is held of it. */
  closed(stream: string): void;
}

const FAILURES_BEFORE_POLLING = 3;

/**
 * Follows streams from the page's cursors until told to stop. Call it in the browser only. Where live updates are not
 * wanted nothing is followed, and the page says so.
 */
export function follow(start: readonly Cursor[], hearing: Hearing): () => void {
  if (!isLiveWanted()) {
    connection.off();
    return () => {};
  }
  const cursors = new Cursors(start);
  let stop = () => {};
  let polling: (() => void) | null = null;
  let stopped = false;

  function hear(item: FeedItem): void {
    if (stopped) return;
    if (item.__typename === 'Batch') return hearBatch(item);
    if (item.__typename === 'CaughtUp') return connection.upToDate(item.at);
    if (item.__typename === 'Heads' && cursors.reached(item.heads)) return connection.upToDate(item.at);
    if (item.__typename !== 'Reset' && item.__typename !== 'AccessChanged') return;
    cursors.forget(item.stream);
    if (item.__typename === 'Reset') hearing.reset(item.stream);
    else hearing.closed(item.stream);
  }

  function hearBatch(batch: Batch): void {
    const news = cursors.news(batch);
    if (!news) return restart();
    for (const event of news) hearing.event(event, batch.stream);
    cursors.applied(batch);
  }

  function restart(): void {
    stop();
    if (!stopped && cursors.all.length > 0) begin();
  }

  function begin(): void {
    const asked = {
      query: FollowFeed.text,
      // Read anew at each connection, so that a reconnect goes on from the newest cursor.
      get variables() {
        return { cursors: cursors.all };
      },
    };
    stop = socket().subscribe<{ feed: FeedItem }>(asked, {
      next: ({ data }) => {
        polling?.();
        polling = null;
        if (data) hear(data.feed);
      },
      error: () => connection.ended(),
      complete: () => {},
    });
  }

  const watch = setInterval(() => {
    if (failures >= FAILURES_BEFORE_POLLING && !polling && !stopped)
      polling = pollFeed(() => cursors.all, hear);
  }, 2_000);
  begin();
  return () => {
    stopped = true;
    clearInterval(watch);
    polling?.();
    stop();
  };
}
