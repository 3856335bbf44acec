import { expect, test } from 'vitest';
import { describedBy, problemWith } from './problem.ts';

const problems = [
  { code: 'BLANK', message: 'Write a title.', field: 'title' },
  { code: 'TOO_LONG', message: 'Use fewer words.', field: 'title' },
  { code: 'STALE', message: 'Somebody changed this.', field: null },
];

test('a field hears all that is wrong with it and nothing else', () => {
  expect(problemWith('title', problems)).toBe('Write a title. Use fewer words.');
  expect(problemWith('body', problems)).toBeNull();
  expect(problemWith('title', null)).toBeNull();
});

test('only what is on the page describes a field', () => {
  expect(describedBy('title', 'A hint', 'Wrong')).toBe('title-hint title-error');
  expect(describedBy('title', undefined, null)).toBeUndefined();
});
