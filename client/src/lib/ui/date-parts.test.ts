import { expect, test } from 'vitest';
import { dateIn, datePart } from './date-parts.ts';

function typed(day: string, month: string, year: string): FormData {
  const form = new FormData();
  form.set('closes-day', day);
  form.set('closes-month', month);
  form.set('closes-year', year);
  return form;
}

test('three boxes make one date', () => {
  expect(dateIn(typed('3', ' 11 ', '2026'), 'closes')).toBe('2026-11-03');
});

test('empty boxes make nothing', () => {
  expect(dateIn(typed('', ' ', ''), 'closes')).toBe('');
});

test.each([
  ['31', '2', '2026'],
  ['', '11', '2026'],
  ['soon', '11', ''],
])('what was typed wrongly comes back as it was: %s %s %s', (day, month, year) => {
  const text = dateIn(typed(day, month, year), 'closes');
  expect([datePart(text, 'day'), datePart(text, 'month'), datePart(text, 'year')]).toEqual([
    day,
    month,
    year,
  ]);
});

test('a moment gives the day it begins with', () => {
  expect(datePart('2026-11-03T14:00:00Z', 'day')).toBe('3');
});
