import { expect, test } from 'vitest';
import { partsOf } from './parts.ts';

const group = (value: string, shown: number, invited: number | null) =>
  ({ by: 'COUNTRY', value, isOthers: false, shown, invited, accepted: 0, selected: null }) as const;

test('says of no number that is held back how large it is: some are for the sake of another', () => {
  const [country] = partsOf([group('GH', 20, null), group('SL', 7, null)]);
  expect(country?.rows.map(({ cells }) => cells)).toEqual([
    [20, 'held back', 0, 'held back'],
    [7, 'held back', 0, 'held back'],
  ]);
  expect(country?.bars.map(({ count, text }) => `${count} ${text}`)).toEqual([
    'null held back',
    'null held back',
  ]);
});
