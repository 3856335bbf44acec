import { InboxCount } from '#lib/api/generated/operations.ts';
import type { Cursor, FeedEvent } from '#lib/live/cursors.ts';
import { tellOwn } from '#lib/live/own.ts';
import { isLiveWanted } from '#lib/live/preferences.ts';

interface Snapshot {
  personCursor: Cursor | null;
  unreadInbox: number;
}

const AGAIN_MS = 30_000;

/** What waits for the viewer, as it changes. Filled in the browser only. */
class LiveInbox {
  /** Null until it is known better than the page that came. */
  unread: number | null = $state(null);
  /** Ids of what arrived since the inbox was last shown. */
  arrived: string[] = $state.raw([]);

  shown(): void {
    this.arrived = [];
  }

  hear({ type, subject }: FeedEvent): void {
    if (subject.__typename !== 'FeedNotification') return;
    this.unread = subject.unread;
    const others = this.arrived.filter((id) => id !== subject.id);
    const isNew = type === 'notification.added' || others.length < this.arrived.length;
    this.arrived = isNew && !subject.doneAt ? [...others, subject.id] : others;
  }

  /** Follows the viewer's own stream until told to stop. */
  follow(): () => void {
    if (!isLiveWanted()) return () => {};
    let stop = () => {};
    let again: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const begin = async () => {
      try {
        const [{ follow }, { personCursor, unreadInbox }] = await Promise.all([
          import('#lib/live/follow.ts'),
          snapshot(),
        ]);
        if (stopped || !personCursor) return;
        this.unread = unreadInbox;
        stop = follow([personCursor], {
          event: (event) => {
            this.hear(event);
            tellOwn(event);
          },
          reset: () => {
            stop();
            void begin();
          },
          closed: () => (this.unread = null),
        });
      } catch {
        again = setTimeout(() => void begin(), AGAIN_MS);
      }
    };
    void begin();
    return () => {
      stopped = true;
      clearTimeout(again);
      stop();
    };
  }
}

async function snapshot(): Promise<Snapshot> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: InboxCount.text }),
  });
  const { data } = (await response.json()) as { data?: Snapshot };
  if (!data) throw new Error('No answer.');
  return data;
}

export const inbox = new LiveInbox();
