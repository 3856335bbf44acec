import { expect, test } from 'vitest';
import { recordPath, soughtIn } from './sought.ts';

test('the address says what is sought, and dates that are none say nothing', () => {
  const url = new URL('https://hub.example/admin/audit?who=%20kofi%20&verb=&from=2026-02-30&to=2026-03-01');
  expect(soughtIn(url)).toEqual({ who: 'kofi', verb: null, from: null, to: '2026-03-01' });
  expect(recordPath(soughtIn(url), 'abc')).toBe('/admin/audit?who=kofi&to=2026-03-01&after=abc');
  expect(recordPath({ who: null, verb: null, from: null, to: null })).toBe('/admin/audit');
});
