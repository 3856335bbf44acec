import { expect, test } from 'vitest';
import { rareOf } from './coverage.ts';

const met = (id: string, people: number, importance = 'ESSENTIAL') => ({
  criterion: { id, says: id, importance },
  people,
});

test('tells which essentials few people meet, the rarest first', () => {
  const { enough, rare } = rareOf([
    met('nursing', 5),
    met('French', 2),
    met('Tetum', 0),
    met('Ghana', 0, 'DESIRABLE'),
  ]);

  expect(enough).toBe(1);
  expect(rare.map(({ criterion, people }) => `${criterion.id} ${people}`)).toEqual(['Tetum 0', 'French 2']);
});
