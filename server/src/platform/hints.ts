import type { Hint } from './heads.ts';
import { newId } from './ids.ts';

/** Tells the other processes of this hub what happened. Fast, and without any promise to arrive. */
export interface HintChannel {
  publish(hint: Hint): void;
  close(): Promise<void>;
}

export type Hear = (hint: Hint) => void;

/** For a hub of one process, which has nobody to tell. */
export function localHints(): HintChannel {
  return { publish: () => {}, close: async () => {} };
}

/** Hints as messages. They say who sent them, because a channel also brings back our own. */
export class HintWire {
  readonly #origin = newId();

  write(hints: Hint[]): string {
    return JSON.stringify({ origin: this.#origin, hints });
  }

  /** What others said; nothing when it was us, or when it makes no sense. */
  read(message: string): Hint[] {
    const { origin, hints } = parsed(message);
    return Array.isArray(hints) && origin !== this.#origin ? hints.filter(isHint) : [];
  }
}

function parsed(message: string): { origin?: unknown; hints?: unknown } {
  try {
    return Object(JSON.parse(message));
  } catch {
    return {};
  }
}

function isHint(hint: Partial<Hint> | null): hint is Hint {
  if (typeof hint !== 'object' || hint === null) return false;
  const { heads = [], close = {} } = hint;
  const areHeads =
    Array.isArray(heads) &&
    heads.every((one) => typeof one?.stream === 'string' && Number.isSafeInteger(one.head));
  return areHeads && close !== null && [close.sessionId, close.personId].every(isTextOrNothing);
}

function isTextOrNothing(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

const LONGEST_WAIT_MS = 10_000;

/** How long to wait before the next try: twice as long each time, and at random, so that not all come at once. */
export function backoff(attempt: number): number {
  return 50 + Math.random() * Math.min(LONGEST_WAIT_MS, 100 * 2 ** Math.min(attempt, 20));
}
