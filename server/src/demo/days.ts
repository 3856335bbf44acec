/** The calendar of a demo that is always fresh: days and hours counted from its first start. */
export class DemoDays {
  readonly now: Date;

  constructor(now: Date) {
    this.now = now;
  }

  /** The calendar day, such as 2026-11-22. */
  day(offset: number): string {
    return new Date(this.now.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
  }

  /** A moment that has passed: what would lie ahead today happened a little while ago. */
  past(offset: number, hour = 9, minute = 0): Date {
    const at = Date.parse(`${this.day(offset)}T00:00:00Z`) + (hour * 60 + minute) * MINUTE_MS;
    return new Date(Math.min(at, this.now.getTime() - 10 * MINUTE_MS));
  }
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
