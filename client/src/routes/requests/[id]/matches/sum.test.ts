import { expect, test } from 'vitest';
import { shownSummands } from './sum.ts';

test.each([
  [[0.3334, 0.3334, 0.3334], 1.0002],
  [[0.1235, 0.2345, 0], 0.358],
  [[0, 0, 0], 0],
])('%j add up to %d as shown', (summands, total) => {
  const shown = shownSummands(summands, total);
  expect(shown.reduce((sum, each) => sum + Number(each), 0)).toBeCloseTo(Number(total.toFixed(3)), 9);
});
