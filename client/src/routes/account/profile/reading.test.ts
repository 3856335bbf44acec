import { expect, test } from 'vitest';
import { Sent } from '#lib/api/form.ts';
import { Reading } from './reading.ts';

function form(entries: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(entries)) data.set(name, value);
  return data;
}

test('what cannot be read is told together with what the hub finds, in the order of the form', () => {
  const data = form({ version: '7', name: '', years: 'lots', 'until-day': '31', 'until-month': '2' });
  const reading = new Reading();

  expect(reading.day('2027-02-31', 'until')).toBeNull();
  expect(reading.whole('lots', 'years')).toBeNull();
  // Asked with a version nobody has, the hub writes nothing.
  expect(reading.version(new Sent(data))).toBe(-1);

  const found = [
    { code: 'STALE', field: 'version', message: 'It changed.' },
    { code: 'BLANK', field: 'name', message: 'Write a name.' },
  ];
  expect(reading.problems(found, data).map(({ field }) => field)).toEqual(['name', 'years', 'until']);
});

test('a change made elsewhere is told when everything else could be read', () => {
  const data = form({ version: '7' });
  const reading = new Reading();

  expect(reading.whole(' 12 ', 'years')).toBe(12);
  expect(reading.whole('', 'years')).toBeNull();
  expect(reading.day('2028-02-29', 'until')).toBe('2028-02-29');
  expect(reading.version(new Sent(data))).toBe(7);
  expect(reading.problems([{ code: 'STALE', field: 'version', message: 'It changed.' }], data)).toEqual([
    { code: 'STALE', field: null, message: 'It changed.' },
  ]);
});

test('an answer that is needed is asked for once', () => {
  const data = form({ months: 'x' });
  const reading = new Reading();
  const months = reading.whole('x', 'months');

  expect(reading.needed(months, 'months', 'Write for how many months.')).toBeNull();
  expect(reading.problems([], data)).toHaveLength(1);
});
