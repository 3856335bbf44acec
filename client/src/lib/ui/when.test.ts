import { expect, test } from 'vitest';
import { clockText, momentText } from './when.ts';

const evening = new Date('2026-11-30T17:00:00Z');

test('a moment names the place whose clock it is on', () => {
  expect(momentText(evening, 'Africa/Nairobi')).toBe('30 November 2026, 20:00 Nairobi time');
});

test('midnight is the start of the next day there', () => {
  expect(momentText(evening, 'Asia/Tokyo')).toBe('1 December 2026, 02:00 Tokyo time');
});

test.each([
  ['America/Port_of_Spain', '13:00 Port of Spain time'],
  ['UTC', '17:00 UTC'],
  ['Etc/UTC', '17:00 UTC'],
])('%s reads as a place', (zone, text) => {
  expect(clockText(evening, zone)).toBe(text);
});
