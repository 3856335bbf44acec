import { expect, test } from 'vitest';
import { beginOf, dayOf } from './day.ts';

test.each([
  ['2026-12-01', 'Africa/Kampala', '2026-11-30T21:00:00.000Z'],
  ['2026-12-01', 'America/Sao_Paulo', '2026-12-01T03:00:00.000Z'],
])('%s in %s begins at %s', (day, zone, moment) => {
  expect(beginOf(day, zone)).toBe(moment);
  expect(dayOf(moment, zone)).toBe(day);
});

test.each(['', '2026-02-30', 'soon', '2026-1-1', '--'])('%j is no day', (day) => {
  expect(beginOf(day, 'UTC')).toBeNull();
});
