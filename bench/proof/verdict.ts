/** Prints figures as they come, each beside its bar, and remembers whether one was missed. */
export class Verdict {
  readonly #isTimed: boolean;
  #missed = 0;

  /** Where much else runs at the same time, as in `npm test`, times are told and not judged. */
  constructor(isTimed = true) {
    this.#isTimed = isTimed;
  }

  note(line: string): void {
    console.log(line);
  }

  /** A figure that may be at most so much, or at least. */
  figure(name: string, value: number, bar: { most?: number; least?: number }, unit = ''): void {
    const isMissed = !(value <= (bar.most ?? Infinity) && value >= (bar.least ?? -Infinity));
    if (isMissed) this.#missed += 1;
    const wanted = bar.most === undefined ? `at least ${bar.least}` : `at most ${bar.most}`;
    console.log(`${isMissed ? 'MISSED' : 'ok    '} ${name}: ${shown(value)}${unit} (${wanted}${unit})`);
  }

  /** A figure that also depends on how busy the machine is. */
  time(name: string, ms: number, most: number): void {
    if (this.#isTimed) return this.figure(name, ms, { most }, ' ms');
    console.log(`       ${name}: ${shown(ms)} ms (not judged)`);
  }

  get exitCode(): number {
    return this.#missed > 0 ? 1 : 0;
  }
}

function shown(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(2);
}
