import type { Cursor, FeedEvent } from '#lib/live/cursors.ts';
import { follow } from '#lib/live/follow.ts';

/** What comes and goes while somebody looks at the reports. Nothing on the page moves: it is marked. */
export class LiveReports {
  /** Reports that came since, and wait. */
  arrived: readonly string[] = $state.raw([]);
  /** Reports that somebody settled since. */
  settled: readonly string[] = $state.raw([]);
  /** The page is too old to be brought up to date. */
  isStale = $state(false);
  readonly #shown: readonly string[];
  readonly #cursor: Cursor | null;

  constructor(cursor: Cursor | null, shown: readonly string[]) {
    this.#cursor = cursor;
    this.#shown = shown;
  }

  hear({ subject, subjectId }: FeedEvent): void {
    const isWaiting = subject.__typename === 'FeedReport' && !subject.isSettled;
    this.arrived = this.arrived.filter((id) => id !== subjectId);
    if (isWaiting && !this.#shown.includes(subjectId)) this.arrived = [...this.arrived, subjectId];
    if (!isWaiting && this.#shown.includes(subjectId)) this.settled = [...this.settled, subjectId];
  }

  /** Somebody settled one of these since the page came. */
  isSettled(reports: readonly { id: string }[]): boolean {
    return reports.some(({ id }) => this.settled.includes(id));
  }

  follow(): () => void {
    if (!this.#cursor) return () => {};
    const stale = () => (this.isStale = true);
    return follow([this.#cursor], { event: (event) => this.hear(event), reset: stale, closed: stale });
  }
}
