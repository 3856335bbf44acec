import type { ResponsesPageQuery, ResponseState } from '#lib/api/generated/operations.ts';
import type { Cursor, FeedEvent } from '#lib/live/cursors.ts';
import { follow } from '#lib/live/follow.ts';

type Request = ResponsesPageQuery['request'];

interface Known {
  id: string;
  state: ResponseState;
  version: number;
}

/** How many responses are in each state, and how far each on the page has come, as it changes. */
export class LiveResponses {
  responses: readonly Known[] = $state.raw([]);
  counts: readonly { state: ResponseState; count: number }[] = $state.raw([]);
  /** Something came in that the page does not show, or that was written anew. */
  isStale = $state(false);
  readonly #id: string;
  readonly #cursor: Cursor | null;

  constructor({ id, staffCursor, responses, responseCounts }: Request) {
    this.#id = id;
    this.#cursor = staffCursor ?? null;
    this.responses = responses.edges.map(({ node }) => node);
    this.counts = responseCounts;
  }

  stateOf(id: string): ResponseState | null {
    return this.responses.find((each) => each.id === id)?.state ?? null;
  }

  hear({ subject }: FeedEvent): void {
    if (subject.__typename !== 'FeedResponse' || subject.requestId !== this.#id) return;
    const { id, version, responseState: state } = subject;
    const known = this.responses.find((each) => each.id === id);
    if (known && known.version >= version) return;
    this.isStale = true;
    if (!known) return;
    this.responses = this.responses.map((each) => (each.id === id ? { id, state, version } : each));
    if (known.state === state) return;
    const others = this.counts.filter((each) => each.state !== state && each.state !== known.state);
    const countOf = (which: ResponseState) => this.counts.find((each) => each.state === which)?.count ?? 0;
    const moved = [
      { state: known.state, count: countOf(known.state) - 1 },
      { state, count: countOf(state) + 1 },
    ];
    const order = [...this.counts.map((each) => each.state), state];
    this.counts = [...others, ...moved]
      .filter(({ count }) => count > 0)
      .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  }

  follow(): () => void {
    if (!this.#cursor) return () => {};
    const stale = () => (this.isStale = true);
    return follow([this.#cursor], { event: (event) => this.hear(event), reset: stale, closed: stale });
  }
}
