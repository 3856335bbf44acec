import { describe, expect, test } from 'vitest';
import type { Placed } from './match.rows.ts';
import { expert } from './matching.cast.ts';
import { listed } from './newcomer.ts';

/** So many ranked people who were all asked before, but for those at these places. */
function ranking(count: number, ...newcomers: number[]): Placed[] {
  return Array.from({ length: count }, (_, at) => {
    const rank = at + 1;
    const id = `p${rank}`;
    const facts = expert({ id, asksLastYear: newcomers.includes(rank) ? 0 : 3 });
    const score = 1 - at / 100;
    return {
      ...{ expertId: id, rank, score, band: 'GOOD' },
      components: [],
      confidence: 1,
      topic: 1,
      expert: facts,
    };
  });
}

const ranks = (shown: { rank: number }[]) => shown.map(({ rank }) => rank);
const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

describe('a newcomer in ten', () => {
  test('is the best one below, in the last of the ten places', () => {
    const shown = listed(ranking(30, 13, 25), 20);
    expect(ranks(shown).slice(0, 10)).toEqual([...upTo(9), 13]);
    expect(ranks(shown).slice(10)).toEqual([10, 11, 12, 14, 15, 16, 17, 18, 19, 25]);
    expect(shown.filter(({ isNewcomer }) => isNewcomer).map(({ rank }) => rank)).toEqual([13, 25]);
  });

  test('takes no place where one is there by themselves, or where there is none', () => {
    for (const found of [ranking(30, 4, 13, 25), ranking(30)]) {
      const shown = listed(found, 10);
      expect(ranks(shown)).toEqual(upTo(10));
      expect(shown.some(({ isNewcomer }) => isNewcomer)).toBe(false);
    }
  });

  test('takes no place in a list of fewer than ten', () => {
    expect(ranks(listed(ranking(9, 9), 5))).toEqual(upTo(5));
    expect(ranks(listed(ranking(30, 13), 9))).toEqual(upTo(9));
  });

  test('loses nobody, shows nobody twice, and a longer list begins with the shorter', () => {
    const found = ranking(57, 13, 14, 40, 57);
    const all = listed(found, 100);
    expect(ranks(all).toSorted((one, other) => one - other)).toEqual(upTo(57));
    for (const size of [1, 10, 15, 20, 40]) expect(listed(found, size)).toEqual(all.slice(0, size));
    expect(listed(found, 100)).toEqual(all);
  });
});
