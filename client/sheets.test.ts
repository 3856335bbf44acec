import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { difference, mirrored, sheetsOf } from './sheets.ts';

/** Kilobytes of 1,000, compressed as they are sent: the sheet and what differs by night together. */
const BUDGET_KB = 28;

describe('the default theme', () => {
  let sheets: Record<string, string> = {};
  beforeAll(() => {
    sheets = sheetsOf('hub');
  }, 60_000);

  test.each([
    /frutiger/i,
    /assets\.nhs\.uk/,
    /#005eb8/i,
    /https?:\/\/(?!www\.w3\.org)/,
    /M200 0v80H0V0h200Z/,
  ])('has nothing of the NHS and asks no other host: %s', (mark) => {
    for (const css of Object.values(sheets)) expect(css).not.toMatch(mark);
  });

  test('names its letters, or pages would fall to the browser’s own', () => {
    expect(sheets['day']).toMatch(/html\{font-family:Arial,"Liberation Sans",sans-serif\}/);
  });

  test('is written for both directions in what is our own', () => {
    const own = [...(sheets['day'] ?? '').matchAll(/\.hub-[^{]*\{[^}]*\}/g)].map(([rule]) => rule);
    expect(own.length).toBeGreaterThan(50);
    for (const rule of own)
      expect(rule).not.toMatch(/(margin|padding|border)-(left|right)|text-align: ?(left|right)/);
  });

  test('is mirrored for those who read from the right', () => {
    expect(sheets['day-rtl']).not.toBe(sheets['day']);
    expect(sheets['day-rtl']?.length).toBeGreaterThan(100_000);
  });

  test('colours our own rules by name, so that the night reaches them', () => {
    const folder = new URL('src/theme/', import.meta.url);
    const own = readFileSync(new URL('hub.scss', folder), 'utf8').matchAll(/@use '(\w+)'/g);
    for (const [, name] of own) {
      if (name === 'nhsuk' || name === 'print') continue;
      const text = readFileSync(new URL(`_${name}.scss`, folder), 'utf8');
      expect([...text.matchAll(/#[0-9a-f]{3,8}\b/gi)].map(([colour]) => `${name}: ${colour}`)).toEqual([]);
    }
  });

  test(`weighs at most ${BUDGET_KB} kB, night included`, () => {
    const weight = (name: string): number => brotliCompressSync(sheets[name] ?? '').length / 1000;
    expect(weight('day') + weight('night')).toBeLessThanOrEqual(BUDGET_KB);
    expect(weight('day-rtl') + weight('night-rtl')).toBeLessThanOrEqual(BUDGET_KB);
  });
});

test('the theme of licence holders is another build of the same rules', () => {
  const { day = '' } = sheetsOf('nhs');
  expect(day).toMatch(/#005eb8/i);
  expect(day).toMatch(/Frutiger W01/);
}, 60_000);

test('by night a modifier keeps what it says against its block', () => {
  const day = '.x{background:white}.x--quiet{background-color:transparent;top:0}.y--quiet{background:red}';
  const night = '.x{background:black}.x--quiet{background-color:transparent;top:0}.y--quiet{background:red}';
  expect(difference(day, night)).toBe('.x{background:black}.x--quiet{background-color:transparent}');
});

test('a modifier that says the same by day and by night keeps its letters and its border', () => {
  const day = '.x{border:1px solid red;color:red}.x--bare{border-color:transparent;color:inherit}';
  const night = '.x{border:1px solid blue;color:blue}.x--bare{border-color:transparent;color:inherit}';
  expect(difference(day, night)).toBe(night);
});

test('an arrow points the other way for those who read from the right', () => {
  expect(mirrored('a{left:0;clip-path:polygon(100% 100%, 100% 0, 0 0)}')).toBe(
    'a{right:0;clip-path:polygon(0% 100%, 0% 0, 100% 0)}',
  );
});

test('by night only what differs is sent', () => {
  const day = 'a{color:red;margin:0}@media print{b{color:red}}c{top:1px}';
  const night = 'a{color:blue;margin:0}@media print{b{color:blue}}c{top:1px}';
  expect(difference(day, night)).toBe('a{color:blue}@media print{b{color:blue}}');
});

test('two palettes that make other rules are a fault', () => {
  expect(() => difference('a{color:red}', 'a{color:red}b{top:0}')).toThrow(/same rules/);
});
