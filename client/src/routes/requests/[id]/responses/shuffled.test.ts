import { expect, test } from 'vitest';
import { lettersOf, shuffled } from './shuffled.ts';

const ALL = Array.from({ length: 30 }, (_, n) => ({ id: `response-${n}` }));

test('each criterion has an order of its own, always the same', () => {
  const one = shuffled(ALL, 'french').map(({ id }) => id);

  expect(shuffled(ALL, 'french').map(({ id }) => id)).toEqual(one);
  expect(shuffled(ALL, 'nursing').map(({ id }) => id)).not.toEqual(one);
  expect([...one].sort()).toEqual(ALL.map(({ id }) => id).sort());
});

test('everybody has a letter of their own', () => {
  expect(new Set(lettersOf(ALL).values()).size).toBe(30);
});
