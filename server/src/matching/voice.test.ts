import { describe, expect, test } from 'vitest';
import { passGates } from './gates.ts';
import { cast, desirable, essential, expert, request, TODAY, wystan } from './matching.cast.ts';
import { rankExperts } from './rank.ts';
import { saidMatch } from './said.ts';
import { sayingOf } from './sayings.ts';
import type { ExpertFacts, RequestFacts } from './shapes.ts';

const toThem = (ask: RequestFacts, people: ExpertFacts[] = cast) =>
  rankExperts(ask, people, { today: TODAY }).map((match) => saidMatch(match, 'SELF'));
const french = desirable({ kind: 'LANGUAGE', value: 'fr', level: 'B2' });
const plants = desirable({ kind: 'EXPERTISE', value: 'oxygen plant', level: 'EXPERIENCED' });
const asking = request({
  criteria: [
    french,
    plants,
    desirable({ kind: 'PROFESSION', value: 'midwife' }),
    desirable({ kind: 'COUNTRY', value: 'MW' }),
    desirable({ kind: 'CONTRIBUTION', value: 'TEACH' }),
    desirable({ kind: 'REGISTRATION', value: 'NMC' }),
  ],
});

describe('to the person themselves', () => {
  test('the reasons are said as you would to a colleague', () => {
    const match = toThem(request({ criteria: [french, plants] })).find(
      ({ expertId }) => expertId === 'wystan',
    );

    expect(match?.reasons.map(({ says }) => says)).toEqual([
      'You list Oxygen plant maintenance at leading level, 14 years, last used in 2026; the request asks for experienced.',
      expect.stringMatching(/^“Oxygen through the rains” speaks of .*plant/),
      'You worked in Sierra Leone for 30 months, last in 2025.',
      'You offer to advise.',
      'You are free on all 46 days, with about 12 hours in all; the request asks for 8 hours.',
      'You were not asked in the past year, no engagement now.',
    ]);
    expect(match?.gaps).toContainEqual({ says: 'You do not list French.', part: 'LANGUAGES' });
  });

  test('nothing is said as if of somebody else', () => {
    const busy = expert({ ...wystan, id: 'busy', load: 1, loadCap: 2, hoursAMonth: null, availability: [] });
    const all = toThem(asking, [...cast, busy]);
    const said = all.flatMap(({ reasons, gaps }) => [...reasons, ...gaps].map(({ says }) => says));

    expect(said.length).toBeGreaterThan(40);
    for (const says of said) {
      expect(says).toMatch(/^(You|“|What you|Your profile|Nothing in your|There is|One more)/);
      expect(says).not.toMatch(/\b(their|they|themselves|you asked for)\b/i);
    }
  });

  test('a gate is said to whoever does not pass it, and what staff noted stays with staff', () => {
    const nurse = essential({ kind: 'PROFESSION', value: 'nurse', says: 'Is a nurse.' });
    const engineer = expert({
      id: 'engineer',
      profession: 'Engineer',
      openToMatching: false,
      pausedUntil: '2027-02-01',
      load: 2,
      availability: [{ from: '2028-01-01', to: null }],
    });
    const ask = request({
      criteria: [nurse],
      ownerId: 'engineer',
      excludedIds: [{ id: 'engineer', why: 'Sells compressors to the ministry.' }],
    });

    expect(
      passGates(ask, [engineer], TODAY)
        .whyNot('engineer')
        .map(({ remark }) => sayingOf(remark, 'SELF')),
    ).toEqual([
      'You are not open to being matched.',
      'You own this request.',
      'You declared an interest that stands in the way.',
      'You are pausing until 1 February 2027.',
      'You are at the limit you set: 2 of 2 at once.',
      'You do not meet the essential “Is a nurse”: You work as: Engineer; the request asks for nurse.',
      'You are not free between 1 December 2026 and 15 January 2027.',
    ]);
  });
});
