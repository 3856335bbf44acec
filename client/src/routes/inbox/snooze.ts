/// <reference lib="esnext.temporal" />

export const SNOOZES = ['tomorrow', 'monday', 'week', 'month'] as const;

export type Snooze = (typeof SNOOZES)[number];

const MORNING = 8;

export function isSnooze(text: string): text is Snooze {
  return SNOOZES.some((snooze) => snooze === text);
}

/** Until when: always eight in the morning, on the clock of whoever snoozes. */
export function snoozedUntil(snooze: Snooze, now: Date, zone: string): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const day = {
    tomorrow: () => today.add({ days: 1 }),
    monday: () => today.add({ days: 8 - today.dayOfWeek }),
    week: () => today.add({ days: 7 }),
    month: () => today.add({ months: 1 }),
  }[snooze]();
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: { hour: MORNING } });
  return new Date(at.epochMilliseconds).toISOString();
}
