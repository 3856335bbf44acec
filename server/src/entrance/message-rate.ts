const AT_ONCE = 100;
const PER_SECOND = 20;

/** How often a socket may speak: a page that opens says much at once, and little after. */
export class MessageRate {
  #left = AT_ONCE;
  #at = performance.now();

  allows(now = performance.now()): boolean {
    this.#left = Math.min(AT_ONCE, this.#left + ((now - this.#at) / 1_000) * PER_SECOND);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
