import { expect, test } from 'vitest';
import { closingText } from './closing.ts';

const now = '2026-11-22T09:00:00Z';

test.each([
  ['2026-11-30T17:00:00Z', 'closes in 8 days'],
  ['2026-11-24T09:00:00Z', 'closes in 2 days'],
  ['2026-11-24T08:59:00Z', 'closes in 47 hours'],
  ['2026-11-22T10:30:00Z', 'closes in 1 hour'],
  ['2026-11-22T09:01:30Z', 'closes in 1 minute'],
  ['2026-11-22T09:00:20Z', 'closes in 1 minute'],
  ['2026-11-22T09:00:00Z', 'closed'],
  ['2026-11-01T09:00:00Z', 'closed'],
])('what closes at %s %s', (closesAt, text) => {
  expect(closingText(closesAt, now)).toBe(text);
});
