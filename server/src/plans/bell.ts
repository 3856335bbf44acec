const EVERY_MS = 250;
/** Rung inside a transaction, it is answered until that has surely been committed. */
const TRIES = 8;

let tries = 0;
let isAnswering = false;

/** Rung when a plan was asked for, so that it is begun within a moment and not within a minute. */
export const bell = {
  ring(): void {
    tries = TRIES;
  },

  /** `work` says itself what went wrong; it is never begun twice at once. */
  answer(work: () => Promise<unknown>): { stop(): void } {
    const timer = setInterval(() => {
      if (tries === 0 || isAnswering) return;
      tries -= 1;
      isAnswering = true;
      void work().finally(() => (isAnswering = false));
    }, EVERY_MS);
    timer.unref();
    return { stop: () => clearInterval(timer) };
  },
};
