import type { Head } from './announce.ts';

/** What other processes are told. Hints may be lost: correctness never depends on one. */
export interface Hint {
  heads?: Head[];
  /** Sockets to close: of one session, or all of a person. */
  close?: { sessionId?: string; personId?: string };
}

/** Called when there may be news; with true when whatever was read may be worth nothing. */
export type Wake = (startsOver?: boolean) => void;

/** Where the streams' heads are, as far as this process has heard, and who wants to know. */
export class HeadBoard {
  readonly #heads = new Map<string, number>();
  readonly #waiting = new Map<string, Set<Wake>>();
  /** When the database was last asked for the heads: nothing committed before is unheard of. */
  checkedAt: Date | null = null;
  readonly #watches = new Map<string, number>();
  #lastWatch = 0;

  headOf(stream: string): number {
    return this.#heads.get(stream) ?? 0;
  }

  /** Changes with every head heard; null while nobody listens, because then heads pass unheard. */
  newsOf(stream: string): string | null {
    const watch = this.#watches.get(stream);
    return watch ? `${watch} ${this.headOf(stream)}` : null;
  }

  followed(): string[] {
    return [...this.#waiting.keys()];
  }

  tell(heads: Head[]): void {
    for (const { stream, head } of heads) {
      if (head <= this.headOf(stream)) continue;
      const waiting = this.#waiting.get(stream);
      if (!waiting) continue;
      this.#heads.set(stream, head);
      for (const wake of waiting) wake();
    }
  }

  /** Everybody reads again: numbers may have begun anew. */
  startOver(): void {
    this.#heads.clear();
    for (const stream of this.#waiting.keys()) this.#watches.set(stream, ++this.#lastWatch);
    for (const waiting of this.#waiting.values()) for (const wake of waiting) wake(true);
  }

  /** Wakes when the stream's head rises; forgets the stream with its last follower. */
  follow(stream: string, wake: Wake): () => void {
    const waiting = this.#waiting.get(stream) ?? new Set();
    this.#waiting.set(stream, waiting.add(wake));
    if (!this.#watches.has(stream)) this.#watches.set(stream, ++this.#lastWatch);
    return () => {
      waiting.delete(wake);
      if (waiting.size > 0) return;
      this.#waiting.delete(stream);
      this.#watches.delete(stream);
      this.#heads.delete(stream);
    };
  }
}
