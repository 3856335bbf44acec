/// <reference lib="esnext.temporal" />
import { ProblemCode, type Problem } from './results.ts';

/**
 * The moment at which the clocks of a zone show this time on this day. A time that comes twice, when clocks go back,
 * means the second: nobody is late while their own clock says otherwise. A time that never comes is refused.
 */
export function wallTime(day: string, time: string, zone: string): { at: Date } | { problem: Problem } {
  if (!TIME.test(time)) return refuse('Write the time as hours and minutes, such as 17:00.');
  const timeZone = knownTimeZone(zone);
  if (!timeZone) return refuse('There is no such time zone.');

  const asked = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time));
  const meant = asked.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (!meant.toPlainDateTime().equals(asked))
    return refuse(`On this day the clocks go forward and ${time} never comes. Choose another time.`);
  return { at: new Date(meant.epochMilliseconds) };
}

/** What the clocks of a zone show at a moment. */
export function wallClock(at: Date, zone: string): { day: string; time: string } {
  const shown = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return {
    day: shown.toPlainDate().toString(),
    time: shown.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** The last day from Monday to Friday before this one. */
export function workingDayBefore(day: string): string {
  let before = Temporal.PlainDate.from(day).subtract({ days: 1 });
  while (before.dayOfWeek > 5) before = before.subtract({ days: 1 });
  return before.toString();
}

/** The zone as the IANA database writes it, or null. Bare offsets are not places and know no summer time. */
export function knownTimeZone(zone: string): string | null {
  if (!/^[a-z]/i.test(zone)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

function refuse(message: string): { problem: Problem } {
  return { problem: { code: ProblemCode.NOT_VALID, message } };
}
