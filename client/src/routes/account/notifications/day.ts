/// <reference lib="esnext.temporal" />

/** The first moment of a day on the clock of a zone; null for what is no day. */
export function beginOf(day: string, zone: string): string | null {
  try {
    const begin = Temporal.PlainDate.from(day).toZonedDateTime(zone);
    return new Date(begin.epochMilliseconds).toISOString();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The day a moment falls on, on the clock of a zone. */
export function dayOf(moment: string, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(Date.parse(moment));
  return at.toZonedDateTimeISO(zone).toPlainDate().toString();
}
