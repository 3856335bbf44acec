/** Grades of one ranking, best first: 0 (nothing) to 3 (one of those to ask). */
export type Grades = readonly number[];

const DEPTH = 10;
const RELEVANT = 2;

/** Discounted gain of the first ten, beside that of the best possible order. */
export function ndcg(grades: Grades): number {
  const best = gain(grades.toSorted((one, other) => other - one));
  return best === 0 ? 0 : gain(grades) / best;
}

function gain(grades: Grades): number {
  return grades
    .slice(0, DEPTH)
    .reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

/** Mean precision at each place where somebody who could do it well stands. */
export function averagePrecision(grades: Grades): number {
  const places = grades.flatMap((grade, place) => (grade >= RELEVANT ? [place + 1] : []));
  if (places.length === 0) return 0;
  return places.reduce((sum, place, at) => sum + (at + 1) / place, 0) / places.length;
}

/** 1 when somebody who could do it well is among the first five. */
export function hitAt5(grades: Grades): number {
  return grades.slice(0, 5).some((grade) => grade >= RELEVANT) ? 1 : 0;
}

const RESAMPLES = 10_000;

export interface Interval {
  mean: number;
  low: number;
  high: number;
}

/** The mean over requests, and where 95 in 100 means of resampled requests lie. The same numbers give the same answer. */
export function bootstrap(values: readonly number[]): Interval {
  const chance = generator(20_261_125);
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(values.map(() => values[Math.floor(chance() * values.length)] ?? 0)),
  ).sort((one, other) => one - other);
  const at = (share: number) => means[Math.round(share * (RESAMPLES - 1))] ?? 0;
  return { mean: mean(values), low: at(0.025), high: at(0.975) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Numbers from 0 to 1 that are always the same (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
