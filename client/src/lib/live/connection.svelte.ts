/** How the live feed is doing, in words for people. Filled in the browser only. */
class Connection {
  /** Null until something is followed. */
  isUp: boolean | null = $state(null);
  upToDateAt: string | null = $state(null);
  hasEnded = $state(false);
  #lost: ReturnType<typeof setTimeout> | undefined;

  up(): void {
    clearTimeout(this.#lost);
    this.isUp = true;
  }

  /** A short cut is nobody's business; after five seconds it is said. */
  down(): void {
    clearTimeout(this.#lost);
    this.#lost = setTimeout(() => (this.isUp = false), 5_000);
  }

  upToDate(at: string): void {
    this.upToDateAt = at;
  }

  /** The server will not have us back, as after signing out elsewhere. */
  ended(): void {
    this.hasEnded = true;
    this.isUp = false;
  }
}

export const connection = new Connection();
