import { expect, test } from 'vitest';
import { pagesShown } from './pages-shown.ts';

test.each([
  [1, 1, '1'],
  [1, 2, '1 2'],
  [1, 4, '1 2 3 4'],
  [1, 25, '1 2 … 25'],
  [3, 25, '1 2 3 4 … 25'],
  [4, 25, '1 2 3 4 5 … 25'],
  [13, 25, '1 … 12 13 14 … 25'],
  [25, 25, '1 … 24 25'],
])('page %i of %i shows %s', (page, pages, shown) => {
  expect(
    pagesShown(page, pages)
      .map((one) => one ?? '…')
      .join(' '),
  ).toBe(shown);
});
