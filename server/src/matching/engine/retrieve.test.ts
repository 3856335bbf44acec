import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nthOf } from './retrieve.ts';

test('the number at a place is the one that sorting would put there', () => {
  const few = fc.integer({ min: 0, max: 5 }).map((number) => number / 2);
  const numbers = fc.array(fc.oneof(few, fc.double({ min: 0, max: 1e6, noNaN: true })), { minLength: 1 });
  fc.assert(
    fc.property(numbers, fc.nat(), (all, anywhere) => {
      const place = anywhere % all.length;
      const given = Float64Array.from(all);

      expect(nthOf(given, place)).toBe(given.toSorted()[place]);
      expect([...given]).toEqual(all);
    }),
  );
});
