import type { Head } from './announce.ts';

/** What other processes are told. Hints may be lost: correctness never depends on one. */
export interface Hint {
  heads?: Head[];
  /** Sockets to close: of one session, or all of a person. */
  close?: { sessionId?: string; personId?: string };
}

/** Where the streams' heads are, as far as this process has heard, and who wants to know. */
export class HeadBoard {
  readonly #heads = new Map<string, number>();
  readonly #waiting = new Map<string, Set<() => void>>();

  headOf(stream: string): number {
    return this.#heads.get(stream) ?? 0;
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

  /** Wakes when the stream's head rises; forgets the stream with its last follower. */
  follow(stream: string, wake: () => void): () => void {
    const waiting = this.#waiting.get(stream) ?? new Set();
    this.#waiting.set(stream, waiting.add(wake));
    return () => {
      waiting.delete(wake);
      if (waiting.size > 0) return;
      this.#waiting.delete(stream);
      this.#heads.delete(stream);
    };
  }
}
