import type { RequestListQuery } from '#lib/api/generated/operations.ts';
import type { Cursor, FeedEvent } from '#lib/live/cursors.ts';
import { follow } from '#lib/live/follow.ts';

type Listed = RequestListQuery['requests']['edges'][number]['node'];

/** The list the page came with. Its rows are set right in place and never move; what is new waits behind a link. */
export class LiveList {
  requests: Listed[] = $state.raw([]);
  readonly #cursors: Cursor[];
  /** What opened since, which the reader has not asked for. */
  #opened: string[] = $state.raw([]);

  constructor(requests: readonly Listed[], cursors: readonly (Cursor | null | undefined)[]) {
    this.requests = [...requests];
    this.#cursors = cursors.filter((cursor): cursor is Cursor => Boolean(cursor));
  }

  get newOnes(): number {
    return this.#opened.length;
  }

  hear({ type, subject }: FeedEvent): void {
    if (subject.__typename === 'FeedResponse') {
      const { id, requestId, responseState } = subject;
      this.#patch(requestId, () => ({ myResponse: { id, state: responseState } }));
    }
    if (subject.__typename !== 'FeedRequest') return;
    const { id, version, requestState: state, closesAt } = subject;
    if (this.requests.some((request) => request.id === id)) {
      this.#patch(id, (request) => (version > request.version ? { version, state, closesAt } : {}));
      return;
    }
    const others = this.#opened.filter((opened) => opened !== id);
    const isKnown = others.length < this.#opened.length;
    const isOpening = state === 'OPEN' && (isKnown || type === 'request.moved');
    this.#opened = isOpening ? [...others, id] : others;
  }

  follow(): () => void {
    return follow(this.#cursors, {
      event: (event) => this.hear(event),
      reset: () => {},
      closed: () => {},
    });
  }

  #patch(id: string, change: (request: Listed) => Partial<Listed>): void {
    this.requests = this.requests.map((each) => (each.id === id ? { ...each, ...change(each) } : each));
  }
}
