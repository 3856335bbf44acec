/** Who waits for one answer, by a key, and who hears of all that comes. No page is drawn from it. */
export class Hearers<Answer, News extends unknown[]> {
  readonly #waiting = new Map<string, (answer: Answer) => void>();
  readonly #listening = new Set<(...news: News) => void>();

  answerTo(key: string): Promise<Answer> {
    return new Promise((resolve) => this.#waiting.set(key, resolve));
  }

  isWaiting(key: string): boolean {
    return this.#waiting.has(key);
  }

  /** Whoever waits for it has it; later answers to the same are nobody's. */
  settle(key: string, answer: Answer): void {
    this.#waiting.get(key)?.(answer);
    this.#waiting.delete(key);
  }

  /** Hears until told to stop. */
  listen(heard: (...news: News) => void): () => void {
    this.#listening.add(heard);
    return () => void this.#listening.delete(heard);
  }

  tell(...news: News): void {
    for (const heard of this.#listening) heard(...news);
  }
}
