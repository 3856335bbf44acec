const EVERY_MS = 20_000;

/**
 * What a screen reader is told, in the one status region of a page: at most one message in twenty seconds, always the
 * newest, because a count that is out of date helps nobody.
 */
export class Announcer {
  text = $state('');
  #lastAt = -Infinity;
  #next: (() => string) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The words are chosen when they are spoken. */
  say(words: () => string): void {
    this.#next = words;
    this.#timer ??= setTimeout(() => this.#speak(), Math.max(0, this.#lastAt + EVERY_MS - performance.now()));
  }

  /** Another page: its region is empty until there is something to say of it. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#next = null;
    this.text = '';
  }

  #speak(): void {
    this.#timer = undefined;
    const text = this.#next?.();
    this.#next = null;
    if (!text) return;
    // The same words again would not be spoken again.
    this.text = text === this.text ? `${text}\u00a0` : text;
    this.#lastAt = performance.now();
  }
}

/** What is said on this page. Filled in the browser only. */
export const news = new Announcer();
