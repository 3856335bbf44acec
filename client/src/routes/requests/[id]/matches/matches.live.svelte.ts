import type { MatchesPageQuery, ResponseState } from '#lib/api/generated/operations.ts';
import type { Cursor, FeedEvent } from '#lib/live/cursors.ts';
import { follow } from '#lib/live/follow.ts';

type Request = MatchesPageQuery['request'];

interface Known {
  id: string;
  state: ResponseState;
  version: number;
}

/** How far those who were asked have come, as it changes. Nobody changes place: a new ranking is asked for. */
export class LiveMatches {
  responses: readonly Known[] = $state.raw([]);
  /** Somebody was invited or answered whom the page does not show. */
  isStale = $state(false);
  readonly #id: string;
  readonly #cursor: Cursor | null;

  constructor({ id, staffCursor, matches }: Request) {
    this.#id = id;
    this.#cursor = staffCursor ?? null;
    this.responses = matches.matches.flatMap(({ response }) => response ?? []);
  }

  /** How far this response has come. */
  stateOf(id: string): ResponseState | null {
    return this.responses.find((each) => each.id === id)?.state ?? null;
  }

  hear({ subject }: FeedEvent): void {
    if (subject.__typename !== 'FeedResponse' || subject.requestId !== this.#id) return;
    const { id, version, responseState: state } = subject;
    const known = this.responses.find((each) => each.id === id);
    if (!known) this.isStale = true;
    if (!known || known.version >= version) return;
    this.responses = this.responses.map((each) => (each.id === id ? { id, state, version } : each));
  }

  follow(): () => void {
    if (!this.#cursor) return () => {};
    const stale = () => (this.isStale = true);
    return follow([this.#cursor], { event: (event) => this.hear(event), reset: stale, closed: stale });
  }
}
