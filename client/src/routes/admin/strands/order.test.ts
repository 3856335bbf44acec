import { expect, test } from 'vitest';
import { moved } from './order.ts';

test('a strand moves one place, and never off the list', () => {
  expect(moved(['a', 'b', 'c'], 'c', '')).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], '', 'a')).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'a', '')).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], '', 'c')).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 'unknown', '')).toEqual(['a', 'b', 'c']);
});
