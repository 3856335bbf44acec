import { expect, test } from 'vitest';
import { dayWritten, momentOf, wallClock } from './written.ts';

test.each([
  ['2026-11-30', 'Africa/Nairobi', '2026-11-30T14:00:00.000Z'],
  ['2026-07-01', 'Europe/London', '2026-07-01T16:00:00.000Z'],
  ['2026-03-29', 'Europe/London', '2026-03-29T16:00:00.000Z'],
  ['2026-11-30', 'Asia/Kathmandu', '2026-11-30T11:15:00.000Z'],
])('five in the afternoon of %s in %s is %s, and back again', (day, zone, moment) => {
  expect(momentOf(day, '17:00', zone)).toBe(moment);
  expect(wallClock(moment, zone)).toEqual({ day, time: '17:00' });
});

test('a refused form shows the day as it was typed, a kept one as it is kept', () => {
  expect(dayWritten({ 'by-day': '31', 'by-month': '2', 'by-year': '2027' }, 'by')).toBe('2027-2-31');
  expect(dayWritten({ 'by-day': '', 'by-month': '', 'by-year': '', by: '2027-01-01' }, 'by')).toBeNull();
  expect(dayWritten({ by: '2027-01-01' }, 'by')).toBe('2027-01-01');
});
