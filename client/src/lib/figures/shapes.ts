import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** Every drawing is this wide in its own units; the page makes it as wide as there is room. */
export const WIDE = 360;

export interface Bar {
  label: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** What stands on it. */
  text: string;
}

const BASE = 132;
const TOP = 20;

/** Upright bars with their numbers on them. What is held back has no height. */
export function barsOf(counts: readonly { label: string; count: number | null; text: string }[]): Bar[] {
  const most = Math.max(1, ...counts.map(({ count }) => count ?? 0));
  const across = scaleBand<number>().domain(counts.keys()).range([0, WIDE]).padding(0.25);
  const up = scaleLinear([0, most], [BASE, TOP]);
  return counts.map(({ label, count, text }, at) => {
    const y = up(count ?? 0);
    return { label, text, x: across(at) ?? 0, y, width: across.bandwidth(), height: BASE - y };
  });
}

/** How long bars that lie are. */
export function lengthsOf(counts: readonly number[]): (count: number) => number {
  return scaleLinear([0, Math.max(1, ...counts)], [0, WIDE]);
}

export interface Course {
  path: string;
  points: { x: number; y: number; isHeld: boolean }[];
}

export const COURSE = { wide: 170, high: 70 };

/** A line over the weeks. Weeks whose number is held back lie at the foot and break the line. */
export function courseOf(counts: readonly (number | null)[], most: number): Course {
  const across = scaleLinear([0, Math.max(1, counts.length - 1)], [6, COURSE.wide - 6]);
  const up = scaleLinear([0, Math.max(1, most)], [COURSE.high - 8, 10]);
  const points = counts.map((count, at) => ({ x: across(at), y: up(count ?? 0), isHeld: count === null }));
  const draw = line<(typeof points)[number]>(
    ({ x }) => x,
    ({ y }) => y,
  ).defined(({ isHeld }) => !isHeld);
  return { path: draw(points) ?? '', points };
}
