type Values = Readonly<Record<string, string>> | null | undefined;

/** A day for a form that is shown again: as it was typed into its three boxes, otherwise as it is kept. */
export function dayWritten(values: Values, name: string): string | null {
  if (!values) return null;
  if (!(`${name}-day` in values)) return values[name] ?? null;
  const [year, month, day] = ['year', 'month', 'day'].map((part) => values[`${name}-${part}`] ?? '');
  return year || month || day ? `${year}-${month}-${day}` : null;
}

/** What the clocks of a zone show at a moment: the day as 2026-11-30, the time as 17:00. */
export function wallClock(at: string, timeZone: string): { day: string; time: string } {
  const shown = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  const [day = '', time = ''] = shown.format(new Date(at)).split(' ');
  return { day, time };
}

/** The other way round: the moment at which the clocks of a zone show this. */
export function momentOf(day: string, time: string, timeZone: string): string {
  const asked = Date.parse(`${day}T${time}:00Z`);
  const ahead = (at: number) => {
    const shown = wallClock(new Date(at).toISOString(), timeZone);
    return Date.parse(`${shown.day}T${shown.time}:00Z`) - at;
  };
  // Twice, because the clocks may change between the first guess and the moment meant.
  const guess = asked - ahead(asked);
  return new Date(asked - ahead(guess)).toISOString();
}
