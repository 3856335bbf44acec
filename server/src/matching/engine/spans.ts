import type { ExpertFacts } from '../shapes.ts';
import { beginsIn, isForwards, lastsInto, type Ended } from '../window.ts';
import { grown } from './terms.ts';

/** When everybody is free. Spans are nearly all different and their days are few: so the days stand once. */
export interface Spans {
  days: readonly string[];
  /** Where the spans of each person begin, and where the last end; who has none has not said. */
  starts: Uint32Array;
  froms: Uint32Array;
  tos: Uint32Array;
}

/** Instead of a day: no end, and a span that ends before it begins. */
const OPEN = 0;
const NEVER = 1;

export function spansOf(experts: readonly ExpertFacts[]): Spans {
  const days = ['', ''];
  const known = new Map<string, number>();
  const numberOf = (day: string): number => {
    const number = known.get(day) ?? days.push(day) - 1;
    known.set(day, number);
    return number;
  };
  const starts = new Uint32Array(experts.length + 1);
  let [froms, tos] = [new Uint32Array(experts.length), new Uint32Array(experts.length)];
  let used = 0;
  for (const [at, { availability }] of experts.entries()) {
    if (used + availability.length > froms.length) {
      froms = grown(froms, used + availability.length);
      tos = grown(tos, used + availability.length);
    }
    for (const span of availability) {
      froms[used] = isForwards(span) ? numberOf(span.from) : NEVER;
      tos[used++] = span.to === null ? OPEN : numberOf(span.to);
    }
    starts[at + 1] = used;
  }
  return { days, starts, froms: froms.slice(0, used), tos: tos.slice(0, used) };
}

/** Of each row 1 where the person is not free in the window, as `isFreeIn` has it. */
export function busyRows({ days, starts, froms, tos }: Spans, window: Ended): Uint8Array {
  const begins = Uint8Array.from(days, (day) => Number(beginsIn(day, window)));
  const lasts = Uint8Array.from(days, (day) => Number(lastsInto(day, window)));
  begins[NEVER] = 0;
  lasts[OPEN] = 1;
  const rows = new Uint8Array(starts.length - 1);
  for (let row = 0, at = 0; row < rows.length; row++) {
    const end = starts[row + 1] ?? 0;
    let isFree = at === end ? 1 : 0;
    for (; at < end; at++) isFree |= (begins[froms[at] ?? 0] ?? 0) & (lasts[tos[at] ?? 0] ?? 0);
    rows[row] = 1 - isFree;
  }
  return rows;
}
