import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('begins with the mark of its letters, and ends each row', () => {
  expect(csvOf(['País', 'Experts'], [['Côte d’Ivoire', 6]])).toBe(
    '\uFEFFPaís,Experts\r\nCôte d’Ivoire,6\r\n',
  );
});

test.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
  'lets no spreadsheet run %j',
  (text) => {
    const [, row = ''] = csvOf(['a'], [[text]]).split('a\r\n');
    expect(row.replace(/^"/, '')).toMatch(/^'/);
  },
);

test('keeps commas, quotes and lines inside their cell, and numbers numbers', () => {
  expect(csvOf(['a', 'b'], [['one, "two"\nthree', -3]])).toBe('\uFEFFa,b\r\n"one, ""two""\nthree",-3\r\n');
});
