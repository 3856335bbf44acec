/** Chance that falls the same way every time: the same scale is the same community, save for its dates. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to just below 1 (mulberry32). */
  next(): number {
    return this.#word() / 2 ** 32;
  }

  /** A whole number from 0 to just below `below`. */
  upTo(below: number): number {
    return Math.floor(this.next() * below);
  }

  between(least: number, most: number): number {
    return least + this.upTo(most - least + 1);
  }

  isIn(hundred: number): boolean {
    return this.next() * 100 < hundred;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.upTo(list.length)];
    if (found === undefined) throw new Error('There is nothing to pick from.');
    return found;
  }

  /** This many different ones, or all there are. */
  some<T>(list: readonly T[], count: number): T[] {
    const chosen = new Set<T>();
    const most = Math.min(count, list.length);
    while (chosen.size < most) chosen.add(this.pick(list));
    return [...chosen];
  }

  /** A UUID version 7 of that moment, so that rows lie in the order of their time, as in a hub that grew. */
  idAt(at: Date): string {
    const time = at.getTime().toString(16).padStart(12, '0');
    const [a, b, c] = [this.#hex(), this.#hex(), this.#hex()];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-a${a.slice(3, 6)}-${b}${c.slice(0, 4)}`;
  }

  #hex(): string {
    return this.#word().toString(16).padStart(8, '0');
  }

  #word(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}
