import { expect, test } from 'vitest';
import { whyNotLearnt } from './learnt-weights.ts';

test('weights that are learnt wait for a thousand judged pairs and a gain that holds', () => {
  expect(whyNotLearnt(999, { low: 0.1, high: 0.2 })).toBe(
    '999 judged pairs, of 1000 that it takes: the default weights stay.',
  );
  expect(whyNotLearnt(1_000, null)).toMatch(/^Not tried/);
  expect(whyNotLearnt(1_000, { low: 0, high: 0.2 })).toMatch(/^No better/);
  expect(whyNotLearnt(1_000, { low: -0.2, high: -0.1 })).toMatch(/^No better/);
  expect(whyNotLearnt(1_000, { low: 0.001, high: 0.2 })).toBeNull();
});
