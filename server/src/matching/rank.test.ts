import { describe, expect, test } from 'vitest';
import {
  cast,
  desirable,
  essential,
  expert,
  nokuthula,
  request,
  solenne,
  TODAY,
  wystan,
} from './matching.cast.ts';
import { rankExperts, whyNotHere } from './rank.ts';
import { saidMatch, type SaidMatch } from './said.ts';
import { sayingOf } from './sayings.ts';
import type { ExpertFacts, RequestFacts } from './shapes.ts';

const rank = (ask: RequestFacts = request(), people: ExpertFacts[] = cast) =>
  rankExperts(ask, people, { today: TODAY }).map((match) => saidMatch(match, 'STAFF'));
const ids = (matches: { expertId: string }[]) => matches.map(({ expertId }) => expertId);
const of = (id: string, matches: SaidMatch[]) => {
  const found = matches.find(({ expertId }) => expertId === id);
  if (!found) throw new Error(`${id} was not ranked`);
  return found;
};
const valueOf = (name: string, match: SaidMatch) =>
  match.components.find((each) => each.name === name)?.value;

describe('ranking', () => {
  test('puts whoever knows the work above whoever holds the office', () => {
    const matches = rank();
    expect(ids(matches)[0]).toBe('wystan');
    expect(of('wystan', matches).band).toBe('STRONG');
    expect(of('bartholomew', matches).band).toBe('POSSIBLE');
  });

  test('says why, and what is missing', () => {
    const french = desirable({ kind: 'LANGUAGE', value: 'fr', level: 'B2' });
    const plants = essential({ kind: 'EXPERTISE', value: 'oxygen plant', level: 'EXPERIENCED' });
    const match = of('wystan', rank(request({ criteria: [french, plants] })));

    expect(match.reasons.map(({ says }) => says)).toEqual([
      'Lists Oxygen plant maintenance at leading level, 14 years, last used in 2026; you asked for experienced.',
      expect.stringMatching(/^“Oxygen through the rains” speaks of .*plant/),
      'Worked in Sierra Leone for 30 months, last in 2025.',
      'Offers to advise.',
      'Is free on all 46 days, with about 12 hours in all; you asked for 8 hours.',
      'Not asked in the past year, no engagement now.',
    ]);
    expect(match.gaps.map(({ says }) => says)).toContain('Does not list French.');
    expect(match.criteria.map(({ id, met }) => [id, met])).toEqual([
      ['LANGUAGE:fr', 'NO'],
      ['EXPERTISE:oxygen plant', 'EXACT'],
    ]);
  });

  test('speaks of languages as people do', () => {
    const criteria = [
      desirable({ kind: 'LANGUAGE', value: 'en', level: 'B2' }),
      desirable({ kind: 'LANGUAGE', value: 'wo', level: 'B1' }),
    ];
    const { reasons, gaps } = of('solenne', rank(request({ criteria })));
    expect(reasons).toContainEqual({ kind: 'CRITERION', says: 'Speaks English at C1; you asked for B2.' });
    expect(gaps).toContainEqual({
      part: 'LANGUAGES',
      says: 'Speaks Wolof at B2, reads at B2 and writes at A2; you asked for B1.',
    });
  });

  test('says one fact once, however many criteria it answers', () => {
    const criteria = [
      essential({ kind: 'EXPERTISE', value: 'oxygen', level: 'WORKING' }),
      desirable({ kind: 'EXPERTISE', value: 'oxygen plant' }),
    ];
    const { reasons } = of('wystan', rank(request({ criteria })));
    expect(reasons.filter(({ says }) => says.startsWith('Lists Oxygen'))).toHaveLength(1);
  });

  test('names expertise that has gone unused', () => {
    const criteria = [essential({ kind: 'EXPERTISE', value: 'workforce planning' })];
    expect(of('solenne', rank(request({ criteria }))).gaps).toContainEqual({
      part: 'EXPERTISE',
      says: 'Last used Workforce planning models in 2019.',
    });
  });

  test('counts evidence without a listing as related, never as met', () => {
    const criterion = { kind: 'EXPERTISE', value: 'unsteady power' } as const;
    expect(of('wystan', rank(request({ criteria: [desirable(criterion)] }))).criteria[0]?.met).toBe(
      'RELATED',
    );
    expect(rank(request({ criteria: [essential(criterion)] }))).toEqual([]);
  });

  test('shares the weight of what is not asked among what is', () => {
    const { components } = of('wystan', rank(request({ country: null, contributionTypes: [] })));
    expect(components.filter(({ weight }) => weight === 0).map(({ name }) => name)).toEqual([
      'PREFERRED',
      'COUNTRY',
      'CONTRIBUTION',
    ]);
    expect(components.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  test('lets staff weigh otherwise', () => {
    const onlyLoad = { TOPIC: 0, PREFERRED: 0, COUNTRY: 0, CONTRIBUTION: 0, AVAILABILITY: 0, FAIR_LOAD: 1 };
    const people = [{ ...wystan, asksLastYear: 8 }, solenne];
    expect(ids(rankExperts(request(), people, { today: TODAY, weights: onlyLoad }))).toEqual([
      'solenne',
      'wystan',
    ]);
  });

  test('brings the rested and the unburdened forward', () => {
    const [rested, asked, busy] = [
      wystan,
      { ...wystan, id: 'asked', asksLastYear: 5 },
      { ...wystan, id: 'busy', asksLastYear: 5, load: 1 },
    ];
    expect(ids(rank(request(), [busy, asked, rested]))).toEqual(['wystan', 'asked', 'busy']);
  });

  test('settles a tie by id', () => {
    const twins = ['c', 'a', 'b'].map((id) => ({ ...wystan, id }));
    expect(ids(rank(request(), twins))).toEqual(['a', 'b', 'c']);
  });

  test('prefers experience of the country that is long and recent', () => {
    const stay = (id: string, months: number, lastYear: number) =>
      expert({ id, countryExperience: [{ country: 'SL', role: null, months, lastYear }] });
    const matches = rank(request(), [stay('long', 24, 2025), stay('short', 2, 2025), stay('old', 24, 2001)]);
    expect(valueOf('COUNTRY', of('long', matches))).toBe(1);
    expect(valueOf('COUNTRY', of('short', matches))).toBeLessThan(1);
    expect(valueOf('COUNTRY', of('old', matches))).toBeLessThan(0.5);
  });

  test('holds people together who have said next to nothing', () => {
    const match = of('nokuthula', rank());
    expect(match.confidence).toBe(0);
    expect(match.gaps.map(({ says }) => says)).toEqual(
      expect.arrayContaining([
        'Nothing in their profile speaks of the request.',
        'Has not said how many hours a month they have.',
        'Hardly any evidence in their profile yet: low confidence.',
      ]),
    );
  });
});

describe('asking why somebody is not there', () => {
  test('tells what stopped them and where they would stand', () => {
    const people = [{ ...wystan, load: 2 }, solenne, nokuthula];
    const { remarks, rank: place } = whyNotHere(request(), people, 'wystan', TODAY);
    expect(remarks.map((remark) => sayingOf(remark))).toEqual([
      'Is at the limit they set: 2 of 2 at once.',
      'Otherwise would be number 1 of 3 (strong).',
    ]);
    expect(place).toBe(1);
  });

  test('tells of somebody who is there after all', () => {
    const answer = whyNotHere(request(), cast, 'bartholomew', TODAY);
    expect(answer.remarks.map((remark) => sayingOf(remark))[0]).toBe(
      `Is here, as number ${ids(rank()).indexOf('bartholomew') + 1} of 4 (possible).`,
    );
    expect(answer.failures).toEqual([]);
  });

  test('says no more of a stranger than that they were not considered', () => {
    const { remarks, ...answer } = whyNotHere(request(), cast, 'nobody', TODAY);
    expect(remarks.map((remark) => sayingOf(remark))).toEqual([
      'Is not among the people who were considered.',
    ]);
    expect(answer).toEqual({
      failures: [],
      rank: null,
      match: null,
    });
  });
});
