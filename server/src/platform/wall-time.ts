/// <reference lib="esnext.temporal" />
import { ProblemCode, type Problem } from './results.ts';
import * as say from './say/generated/platform.ts';

/**
 * The moment at which the clocks of a zone show this time on this day. A time that comes twice, when clocks go back,
 * means the second: nobody is late while their own clock says otherwise. A time that never comes is refused.
 */
export function wallTime(day: string, time: string, zone: string): { at: Date } | { problem: Problem } {
  if (!TIME.test(time)) return refuse(say.writeTheTime());
  const asked = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time));
  const meant = inZone(asked, zone);
  if (!meant) return refuse(say.noSuchZone());
  if (!meant.toPlainDateTime().equals(asked)) return refuse(say.timeNeverComes({ time }));
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

/** The same time on the clocks of a zone, so many days later. */
export function daysLater(at: Date, days: number, zone: string): Date {
  const then = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).add({ days });
  return new Date(then.epochMilliseconds);
}

/** The last day from Monday to Friday before this one. */
export function workingDayBefore(day: string): string {
  let before = Temporal.PlainDate.from(day).subtract({ days: 1 });
  while (before.dayOfWeek > 5) before = before.subtract({ days: 1 });
  return before.toString();
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

function inZone(asked: Temporal.PlainDateTime, zone: string): Temporal.ZonedDateTime | null {
  try {
    return asked.toZonedDateTime(zone, { disambiguation: 'later' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function refuse(message: string): { problem: Problem } {
  return { problem: { code: ProblemCode.NOT_VALID, message } };
}
