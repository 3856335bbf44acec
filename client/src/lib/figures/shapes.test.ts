import { expect, test } from 'vitest';
import { barsOf, courseOf, lengthsOf } from './shapes.ts';

const bar = (count: number | null) => ({ label: '', text: '', count });

test('bars are as high as their numbers, and what is held back has no height', () => {
  const [four, two, none, held] = barsOf([bar(4), bar(2), bar(0), bar(null)]);

  expect(four?.height).toBe((two?.height ?? 0) * 2);
  expect(none?.height).toBe(0);
  expect(held?.height).toBe(0);
});

test('nothing at all draws nothing, and divides by nothing', () => {
  expect(barsOf([bar(0)])[0]?.height).toBe(0);
  expect(lengthsOf([])(0)).toBe(0);
  expect(courseOf([0, 0], 0).path).not.toContain('NaN');
});

test('a week that is held back breaks the line', () => {
  const { path, points } = courseOf([5, 6, null, 7, 8], 8);

  expect(path.match(/M/g)).toHaveLength(2);
  expect(points.map(({ isHeld }) => isHeld)).toEqual([false, false, true, false, false]);
});
