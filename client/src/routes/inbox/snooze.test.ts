import { expect, test } from 'vitest';
import { isSnooze, snoozedUntil, type Snooze } from './snooze.ts';

// A Tuesday evening in London, and Wednesday already in Kathmandu.
const now = new Date('2026-11-24T22:30:00Z');

test.each<[Snooze, string, string]>([
  ['tomorrow', 'Europe/London', '2026-11-25T08:00:00.000Z'],
  ['monday', 'Europe/London', '2026-11-30T08:00:00.000Z'],
  ['week', 'Europe/London', '2026-12-01T08:00:00.000Z'],
  ['month', 'Europe/London', '2026-12-24T08:00:00.000Z'],
  ['tomorrow', 'Asia/Kathmandu', '2026-11-26T02:15:00.000Z'],
  ['month', 'America/Sao_Paulo', '2026-12-24T11:00:00.000Z'],
])('%s in %s', (snooze, zone, until) => {
  expect(snoozedUntil(snooze, now, zone)).toBe(until);
});

test('a Monday is never today', () => {
  expect(snoozedUntil('monday', new Date('2026-11-30T05:00:00Z'), 'UTC')).toBe('2026-12-07T08:00:00.000Z');
});

test('only what is offered is one', () => {
  expect(['tomorrow', 'never', '', 'toString'].filter(isSnooze)).toEqual(['tomorrow']);
});
