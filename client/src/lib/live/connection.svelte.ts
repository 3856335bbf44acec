const SAID_AFTER_MS = 5_000;

/** How the live feed is doing, in words for people. Filled in the browser only. */
class Connection {
  /** Null until something is followed. */
  isUp: boolean | null = $state(null);
  upToDateAt: string | null = $state(null);
  hasEnded = $state(false);
  /** The reader, or their device, asked to spare data. */
  isOff = $state(false);
  #lost: ReturnType<typeof setTimeout> | undefined;

  up(): void {
    clearTimeout(this.#lost);
    this.#lost = undefined;
    this.isUp = true;
  }

  /** A short cut is nobody's business; after five seconds it is said. */
  down(): void {
    this.#lost ??= setTimeout(() => (this.isUp = false), SAID_AFTER_MS);
  }

  upToDate(at: string): void {
    this.up();
    this.upToDateAt = at;
  }

  /** The server will not have us back, as after signing out elsewhere. */
  ended(): void {
    clearTimeout(this.#lost);
    this.hasEnded = true;
    this.isUp = false;
  }

  off(): void {
    this.isOff = true;
  }
}

export const connection = new Connection();
