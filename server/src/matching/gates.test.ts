import { describe, expect, test } from 'vitest';
import { passGates } from './gates.ts';
import {
  bartholomew,
  cast,
  desirable,
  essential,
  expert,
  nokuthula,
  request,
  solenne,
  speaks,
  TODAY,
  wystan,
} from './matching.cast.ts';
import { said } from './said.ts';
import { sayingOf } from './sayings.ts';
import type { Criterion, ExpertFacts } from './shapes.ts';

const whyNot = (person: ExpertFacts, ask = request()) =>
  passGates(ask, [person], TODAY)
    .whyNot(person.id)
    .map(({ remark }) => sayingOf(remark));
const asking = (...criteria: Criterion[]) => request({ criteria });
const passes = (person: ExpertFacts, criterion: Criterion) => whyNot(person, asking(criterion)).length === 0;

describe('the gates', () => {
  test('let everyone through who is free and willing', () => {
    const { remaining, fell } = passGates(request(), cast, TODAY);
    expect(remaining).toEqual(cast);
    expect(fell).toEqual([]);
  });

  test('refuse, each with its sentence', () => {
    expect(whyNot({ ...wystan, openToMatching: false })).toEqual(['Is not open to being matched.']);
    expect(whyNot(wystan, request({ ownerId: 'wystan' }))).toEqual(['Owns this request.']);
    expect(whyNot(wystan, request({ excludedIds: [{ id: 'wystan', why: 'Sells oxygen plants.' }] }))).toEqual(
      ['Is excluded by a declaration: Sells oxygen plants.'],
    );
    expect(whyNot({ ...wystan, pausedUntil: '2026-12-22' })).toEqual(['Is pausing until 22 December 2026.']);
    expect(whyNot({ ...wystan, load: 2 })).toEqual(['Is at the limit they set: 2 of 2 at once.']);
    expect(whyNot({ ...wystan, availability: [{ from: '2027-02-01', to: null }] })).toEqual([
      'Is not free between 1 December 2026 and 15 January 2027.',
    ]);
  });

  test('let a pause end, a cap have room and silence pass', () => {
    expect(whyNot({ ...wystan, pausedUntil: TODAY, load: 1 })).toEqual([]);
    expect(whyNot({ ...nokuthula, load: 9 })).toEqual([]);
  });

  test('count each person once, where they first fell, and say what lifting one gate would bring', () => {
    const tetum = essential({ kind: 'LANGUAGE', value: 'tet', level: 'B2', says: 'Tetum at B2' });
    const paused = { ...bartholomew, pausedUntil: '2027-01-01' };
    const { remaining, fell } = passGates(asking(tetum), [wystan, solenne, paused], TODAY);

    expect(remaining).toEqual([]);
    expect(fell.map((gate) => said(gate))).toEqual([
      { gate: 'PAUSED', criterionId: null, says: '1 person is pausing.', count: 1, remainIfLifted: 0 },
      {
        gate: 'ESSENTIAL',
        criterionId: 'LANGUAGE:tet',
        count: 2,
        remainIfLifted: 2,
        says: '2 people are without the essential “Tetum at B2”.',
      },
    ]);
  });

  test('do not ask for what is only desirable', () => {
    expect(passes(wystan, desirable({ kind: 'LANGUAGE', value: 'tet' }))).toBe(true);
  });

  test('ask an overdue request’s people to be free now', () => {
    const overdue = request({ closesAt: '2026-10-01', neededBy: '2026-10-20' });
    expect(whyNot(wystan, overdue)).toEqual([]);
    expect(
      whyNot({ ...wystan, availability: [{ from: '2026-10-01', to: '2026-10-31' }] }, overdue),
    ).toHaveLength(1);
  });
});

describe('an essential', () => {
  test('of expertise wants every word in one item, at the level or above', () => {
    const plant = (level: string) =>
      essential({ kind: 'EXPERTISE', value: 'maintenance of an oxygen plant', level });
    expect(passes(wystan, plant('LEADING'))).toBe(true);
    expect(passes(wystan, essential({ kind: 'EXPERTISE', value: 'oxygen workforce' }))).toBe(false);
    expect(
      passes(solenne, essential({ kind: 'EXPERTISE', value: 'workforce planning', level: 'LEADING' })),
    ).toBe(false);
    expect(
      whyNot(
        solenne,
        asking(
          essential({ kind: 'EXPERTISE', value: 'workforce planning', level: 'LEADING', says: 'Leads' }),
        ),
      ),
    ).toEqual([
      'Does not meet the essential “Leads”: Lists Workforce planning models at experienced level, 9 years, last used in 2019; you asked for leading.',
    ]);
  });

  test('of expertise takes a specialty as experienced, not as leading', () => {
    expect(passes(wystan, essential({ kind: 'EXPERTISE', value: 'medical gas', level: 'EXPERIENCED' }))).toBe(
      true,
    );
    expect(passes(wystan, essential({ kind: 'EXPERTISE', value: 'medical gas', level: 'LEADING' }))).toBe(
      false,
    );
  });

  test('of language is a floor under all three skills, or under the one it names', () => {
    expect(passes(solenne, essential({ kind: 'LANGUAGE', value: 'wo', level: 'B2' }))).toBe(false);
    expect(passes(solenne, essential({ kind: 'LANGUAGE', value: 'wo:reading', level: 'B2' }))).toBe(true);
    expect(passes(solenne, essential({ kind: 'LANGUAGE', value: 'fr', level: 'C2' }))).toBe(true);
    expect(passes(solenne, essential({ kind: 'LANGUAGE', value: 'en', level: 'C2' }))).toBe(false);
  });

  test('of language takes a narrower tag and not a wider one', () => {
    const brazilian = expert({ id: 'ana', languages: [speaks('pt-BR', 'C1')] });
    expect(passes(brazilian, essential({ kind: 'LANGUAGE', value: 'pt', level: 'C1' }))).toBe(true);
    expect(passes(brazilian, essential({ kind: 'LANGUAGE', value: 'pt-PT', level: 'C1' }))).toBe(false);
  });

  test('of country takes experience or base', () => {
    expect(passes(wystan, essential({ kind: 'COUNTRY', value: 'SL' }))).toBe(true);
    expect(passes(wystan, essential({ kind: 'COUNTRY', value: 'GB' }))).toBe(true);
    expect(passes(wystan, essential({ kind: 'COUNTRY', value: 'NP' }))).toBe(false);
  });

  test('of profession takes a kind of it, not the other way round', () => {
    expect(passes(nokuthula, essential({ kind: 'PROFESSION', value: 'nurse' }))).toBe(true);
    expect(passes(nokuthula, essential({ kind: 'PROFESSION', value: 'nurse educator' }))).toBe(false);
  });

  test('of contribution takes what they offer', () => {
    expect(passes(solenne, essential({ kind: 'CONTRIBUTION', value: 'review' }))).toBe(true);
    expect(passes(solenne, essential({ kind: 'CONTRIBUTION', value: 'TEACH' }))).toBe(false);
  });

  test('of registration wants it verified', () => {
    const gmc = essential({ kind: 'REGISTRATION', value: 'GMC' });
    expect(passes(bartholomew, gmc)).toBe(true);
    expect(passes({ ...bartholomew, isVerified: false }, gmc)).toBe(false);
    expect(passes(wystan, gmc)).toBe(false);
  });
});
