const TWELVE_HOURS = 12 * 60 * 60 * 1000;

/** The calendar day that is not over anywhere yet: a day before this one is past for everybody. */
export function earliestToday(now: Date = new Date()): string {
  return new Date(now.getTime() - TWELVE_HOURS).toISOString().slice(0, 10);
}

export function yearsFrom(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}
