import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test('cells are parted, and quoted where they must be', () => {
  expect(csvLine(['a', 'b, c', 'He said "no"', 'two\nlines'])).toBe(
    'a,"b, c","He said ""no""","two\nlines"\r\n',
  );
});

test('no cell is taken for a formula', () => {
  for (const start of ['=', '+', '-', '@', '\t', ' =', '\u2068='])
    expect(csvLine([`${start}1+1`])).toMatch(/^"?'/);
  expect(csvLine(['2026-11-24', 'a=b'])).toBe('2026-11-24,a=b\r\n');
});
