import { MarkRead } from '#lib/api/generated/operations.ts';
import { outbox } from '#lib/live/outbox.svelte.ts';

const GATHERED_MS = 2_000;

/** How far the reader has come on this page: told to the hub every other second, and once more when they leave. */
export class ReadingMarks {
  readonly #discussionId: string;
  readonly #only: string;
  #number: number;
  #told: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(discussionId: string, readTo: number) {
    this.#discussionId = discussionId;
    this.#only = `read ${discussionId}`;
    this.#number = this.#told = readTo;
  }

  raise(number: number): void {
    if (this.#stopped || number <= this.#number) return;
    this.#number = number;
    this.#timer ??= setTimeout(() => this.tell(), GATHERED_MS);
  }

  tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#stopped || this.#number === this.#told) return;
    this.#told = this.#number;
    const { number, discussionId } = { number: this.#number, discussionId: this.#discussionId };
    const input = { clientMutationId: crypto.randomUUID(), discussionId, number };
    void outbox.add(MarkRead, input, 'read', this.#only);
  }

  /** Until the page is left. Whoever marks something unread does not want it read by staying a moment longer. */
  watch(): () => void {
    const stop = new AbortController();
    addEventListener('pagehide', () => this.tell(), { signal: stop.signal });
    document.addEventListener(
      'submit',
      (event) => {
        if (!(event.target as Element).matches('[data-marks-unread]')) return;
        this.#stopped = true;
        clearTimeout(this.#timer);
        for (const { id, only } of outbox.parcels) if (only === this.#only) void outbox.discard(id);
      },
      { signal: stop.signal },
    );
    return () => {
      stop.abort();
      this.tell();
    };
  }
}
