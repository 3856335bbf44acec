import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { essential, expert, request, TODAY, wystan } from './matching.cast.ts';
import { passGates } from './gates.ts';
import { asks, people } from './matching.given.ts';
import { rankExperts } from './rank.ts';
import { sayingOf } from './sayings.ts';
import type { ExpertFacts, Match, RequestFacts } from './shapes.ts';

const rank = (ask: RequestFacts, all: ExpertFacts[]) => rankExperts(ask, all, { today: TODAY });
const scoreOf = (id: string, matches: Match[]) => matches.find(({ expertId }) => expertId === id)?.score;
const always = (check: (ask: RequestFacts, all: ExpertFacts[]) => void) =>
  fc.assert(fc.property(asks, people, check), { numRuns: 150 });

describe('whatever is asked of whomever', () => {
  test('contributions sum to a score between 0 and 1, and every reason is a sentence', () =>
    always((ask, all) => {
      for (const { score, components, reasons, gaps } of rank(ask, all)) {
        const sum = components.reduce((total, { contribution }) => total + contribution, 0);
        expect(Math.abs(sum - score)).toBeLessThan(1e-9);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-12);
        for (const { contribution, weight, value } of components) expect(contribution).toBe(weight * value);
        for (const { remark } of [...reasons, ...gaps]) expect(sayingOf(remark)).toMatch(/^\P{Ll}.*\.$/su);
      }
    }));

  test('the same facts give the same ranking, in whatever order they come', () =>
    always((ask, all) => {
      const once = rank(ask, all);
      expect(rank(ask, structuredClone(all))).toEqual(once);
      expect(rank(ask, all.toReversed())).toEqual(once);
    }));

  test('nobody’s score hangs on another’s id or on what another offers besides words', () =>
    always((ask, all) => {
      const before = rank(ask, [wystan, ...all]);
      const others = all.map((each) => ({
        ...each,
        id: `zz-${each.id}`,
        languages: [],
        load: 0,
        hoursAMonth: 1,
        availability: [],
      }));
      expect(scoreOf('wystan', rank(ask, [wystan, ...others]))).toBe(scoreOf('wystan', before));
    }));

  test('name, employer, profession and pasted copies earn nothing', () =>
    always((ask, all) => {
      const plain = { ...ask, criteria: [] };
      const grand = all.map((each) => ({
        ...each,
        displayName: `Professor ${ask.title}`,
        organisation: `${ask.title} ${ask.problem}`,
        profession: ask.problem,
        evidenceTexts: [
          ...each.evidenceTexts,
          ...each.evidenceTexts.map((item) => ({ ...item, id: `${item.id}-again` })),
        ],
      }));
      expect(rank(plain, grand).map(({ expertId, score }) => [expertId, score])).toEqual(
        rank(plain, all).map(({ expertId, score }) => [expertId, score]),
      );
    }));

  test('taking away the evidence cited first never raises a score', () =>
    always((ask, all) => {
      for (const { expertId, evidence, score } of rank(ask, all)) {
        const [top] = evidence;
        const poorer = all.map((each) =>
          each.id === expertId
            ? { ...each, evidenceTexts: each.evidenceTexts.filter(({ id }) => id !== top?.id) }
            : each,
        );
        expect(scoreOf(expertId, rank(ask, poorer))).toBeLessThanOrEqual(score + 1e-12);
      }
    }));

  test('nobody is ranked who owns the request, is full or misses an essential', () =>
    always((ask, all) => {
      const owned = { ...ask, ownerId: 'p00' };
      for (const { expertId } of rank(owned, all)) {
        const found = all.find(({ id }) => id === expertId);
        expect(expertId).not.toBe('p00');
        expect(found && (found.loadCap === null || found.load < found.loadCap)).toBe(true);
        if (ask.criteria.some(({ kind }) => kind === 'CONTRIBUTION'))
          expect(found?.contributionTypes).toContain('ADVISE');
      }
    }));

  test('an impossible essential leaves nobody, and the counts say where they went', () =>
    always((ask, all) => {
      const tetum = essential({ kind: 'LANGUAGE', value: 'tet', level: 'B2' });
      const { remaining, fell } = passGates({ ...ask, criteria: [tetum] }, all, TODAY);
      expect(remaining).toEqual([]);
      expect(fell.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    }));
});

describe('at the edges', () => {
  const words = (problem: string, title = '') => request({ title, problem, desiredOutcome: '' });

  test('nobody to rank, nothing said, and a request of stop words are all answered', () => {
    expect(rank(request(), [])).toEqual([]);
    expect(rank(request(), [expert({ id: 'blank' })])[0]?.band).toBe('POSSIBLE');
    expect(rank(words('the of and to'), [wystan])[0]?.components[0]?.value).toBe(0);
    expect(rank(words(''), [wystan])[0]?.evidence).toEqual([]);
  });

  test('one word finds the person who has it, in any script', () => {
    const nouran = expert({ id: 'nouran', about: 'أعمل في طب الأسنان وتدريب الممرضات' });
    const rin = expert({ id: 'rin', about: '我在護理教育工作' });
    expect(rank(words('oxygen'), [nouran, rin, wystan])[0]?.expertId).toBe('wystan');
    expect(rank(words('الأسنان'), [nouran, rin, wystan])[0]?.expertId).toBe('nouran');
    expect(rank(words('教育'), [nouran, rin, wystan])[0]?.expertId).toBe('rin');
  });

  test('a hundred thousand words do not outweigh a page on the subject', () => {
    const filler = Array.from({ length: 100_000 }, (_, at) =>
      at % 500 === 0 ? 'oxygen plant' : `word${at % 9000}`,
    ).join(' ');
    const stuffed = expert({
      ...wystan,
      id: 'stuffed',
      expertise: [],
      specialties: [],
      evidenceTexts: [{ id: 's', title: '', text: filler }],
    });
    expect(rank(request(), [stuffed, wystan]).map(({ expertId }) => expertId)).toEqual(['wystan', 'stuffed']);
  });
});
