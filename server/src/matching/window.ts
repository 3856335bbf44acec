import type { ExpertFacts, RequestFacts } from './shapes.ts';

/** The days in which the work would be done. An open end is null. */
export type Span = { from: string; to: string | null };
export type Ended = { from: string; to: string };

/** From the close of responses (or today, if later) to the day it is needed by; an overdue request asks for its first day. */
export function windowOf({ closesAt, neededBy }: RequestFacts, today: string): Span {
  const from = later(day(today), closesAt ? day(closesAt) : '');
  return { from, to: neededBy ? later(day(neededBy), from) : null };
}

/** Whether they have any time in the window, or have said nothing: asked of everybody, so dates are compared as text. */
export function isFreeIn({ availability }: ExpertFacts, window: Ended): boolean {
  if (availability.length === 0) return true;
  return availability.some(
    (span) =>
      isForwards(span) && beginsIn(span.from, window) && (span.to === null || lastsInto(span.to, window)),
  );
}

/** A span that ends before it begins is no time at all. */
export function isForwards({ from, to }: Span): boolean {
  return to === null || day(from) <= day(to);
}

/** Whether what begins on this day has begun before the window is over. */
export function beginsIn(begins: string, { from, to }: Ended): boolean {
  return later(day(begins), from) <= to;
}

export function lastsInto(ends: string, { from }: Ended): boolean {
  return from <= day(ends);
}

/** The window with its last day, where it has none of its own. */
export function ended({ from, to }: Span): Ended {
  return { from, to: to ?? addDays(from, OPEN_WINDOW - 1) };
}

/** The days of the window that a person has said they are free, each once; null when they have said nothing. */
export function freeDays({ availability }: ExpertFacts, window: Span): number | null {
  if (availability.length === 0) return null;
  const { to: end } = ended(window);
  let until = '';
  let days = 0;
  for (const span of availability.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const starts = later(day(span.from), window.from);
    const from = starts <= until ? addDays(until, 1) : starts;
    const to = span.to === null ? end : earlier(day(span.to), end);
    if (to < from) continue;
    days += daysBetween(from, to) + 1;
    until = to;
  }
  return days;
}

export function lengthOf({ from, to }: Span): number {
  return to === null ? OPEN_WINDOW : daysBetween(from, to) + 1;
}

/** The date alone, of an ISO date or moment: also how `today` is read. */
export function day(iso: string): string {
  return iso.slice(0, 10);
}

/** With no day it is needed by, work is looked at over a quarter of a year. */
const OPEN_WINDOW = 91;
const A_DAY = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / A_DAY);
}

function addDays(from: string, days: number): string {
  return new Date(Date.parse(from) + days * A_DAY).toISOString().slice(0, 10);
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
