import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { act, dayFromNow, openRequestOf, programmes, refusals, wordsOf } from '../../test/requests.ts';

const NHS_NUMBER = '999 000 0018';

async function refusal(all: Cast, programme: { id: string }, words: Record<string, unknown>) {
  return refusals(await act(all.hana, 'draftRequest', wordsOf(programme, words)));
}

describe('what a request says', () => {
  test('is refused field by field, all at once', async () => {
    const all = await cast();
    const { health } = await programmes(all);

    const found = await refusal(all, health, {
      title: ' \u00a0 ',
      problem: 'x'.repeat(5_001),
      desiredOutcome: `Call her: ${NHS_NUMBER}`,
      alreadyTried: 'No\u202eth\u202cing',
      expenses: 'x'.repeat(501),
      contributionTypes: ['ADVISE', 'COOK'],
      country: 'XX',
      effortHours: 0,
      peopleNeeded: 51,
      strandIds: ['00000000-0000-7000-8000-000000000000'],
      criteria: [
        { importance: 'ESSENTIAL', kind: 'LANGUAGE', value: 'english please' },
        { importance: 'ESSENTIAL', kind: 'EXPERTISE', value: 'Oxygen', level: 'C1' },
      ],
    });

    expect(found.toSorted()).toEqual(
      [
        'title BLANK',
        'problem TOO_LONG',
        'desiredOutcome PATIENT_DATA',
        'alreadyTried NOT_ALLOWED_CHARACTERS',
        'expenses TOO_LONG',
        'contributionTypes NOT_VALID',
        'country NOT_VALID',
        'effortHours OUT_OF_RANGE',
        'peopleNeeded OUT_OF_RANGE',
        'strandIds NOT_VALID',
        'criteria.0.value NOT_VALID',
        'criteria.1.level NOT_VALID',
      ].toSorted(),
    );
  });

  test.each([
    [{ title: 'x'.repeat(151) }, 'title TOO_LONG'],
    [{ title: `About ${NHS_NUMBER}` }, 'title PATIENT_DATA'],
    [{ effortHours: 0.4 }, 'effortHours OUT_OF_RANGE'],
    [{ effortHours: 500.5 }, 'effortHours OUT_OF_RANGE'],
    [{ effortHours: -6 }, 'effortHours OUT_OF_RANGE'],
    [{ peopleNeeded: 0 }, 'peopleNeeded OUT_OF_RANGE'],
    [{ strandIds: ['nonsense'] }, 'strandIds NOT_VALID'],
    [{ timeZone: 'Europe/Leeds' }, 'timeZone NOT_VALID'],
    [{ timeZone: '+01:00' }, 'timeZone NOT_VALID'],
    [{ closesOn: dayFromNow(-1), questionsCloseOn: null }, 'closesOn IN_THE_PAST'],
    [{ closesTime: '5pm' }, 'closesTime NOT_VALID'],
    [{ closesOn: null, neededBy: dayFromNow(-2) }, 'neededBy IN_THE_PAST'],
    [{ neededBy: dayFromNow(20) }, 'neededBy WRONG_ORDER'],
    [{ questionsCloseOn: dayFromNow(20) }, 'questionsCloseOn WRONG_ORDER'],
    [{ questionsCloseOn: dayFromNow(-3) }, 'questionsCloseOn IN_THE_PAST'],
  ])('with %j is refused', async (words, problem) => {
    const all = await cast();
    const { health } = await programmes(all);

    expect(await refusal(all, health, words)).toEqual([problem]);
  });

  test('cannot fall in the hour lost when clocks go forward', async () => {
    const all = await cast();
    const { health } = await programmes(all);
    const year = new Date().getUTCFullYear() + 1;
    const march = new Date(Date.UTC(year, 2, 31));
    const lastSunday = new Date(Date.UTC(year, 2, 31 - march.getUTCDay())).toISOString().slice(0, 10);
    const words = { timeZone: 'Europe/London', closesOn: lastSunday, neededBy: null };

    expect(await refusal(all, health, { ...words, closesTime: '01:30' })).toEqual(['closesTime NOT_VALID']);
    expect(await refusal(all, health, { ...words, closesTime: '02:30' })).toEqual([]);
  });

  test('lets questions end on the working day before, and no later', async () => {
    const all = await cast();
    const { health } = await programmes(all);
    const monday =
      [30, 31, 32, 33, 34, 35, 36].map(dayFromNow).find((day) => new Date(day).getUTCDay() === 1) ?? '';
    const before = (days: number) =>
      new Date(Date.parse(monday) - days * 86_400_000).toISOString().slice(0, 10);
    const words = { closesOn: monday, neededBy: null };

    expect(await refusal(all, health, { ...words, questionsCloseOn: before(3) })).toEqual([]);
    expect(await refusal(all, health, { ...words, questionsCloseOn: before(2) })).toEqual([
      'questionsCloseOn WRONG_ORDER',
    ]);
  });

  test('may be kept with its title alone, and lacks the rest when it is submitted', async () => {
    const all = await cast();
    const { health } = await programmes(all);
    const bare = { programmeId: health.id, title: 'Only this so far', timeZone: 'UTC' };
    const { request } = await act(all.hana, 'draftRequest', bare);

    const answer = await act(all.hana, 'submitRequest', { requestId: request?.id, version: 1 });

    expect(refusals(answer)).toEqual([
      'problem BLANK',
      'desiredOutcome BLANK',
      'contributionTypes BLANK',
      'effortHours BLANK',
      'closesOn BLANK',
      'criteria BLANK',
    ]);
  });

  test('is kept exactly, in any script', async () => {
    const all = await cast();
    const title = 'مولّد الأكسجين — “R&D” <b>ليس</b> ’';
    const { request } = await openRequestOf(all, { title, problem: `${title}\n\n* one` });

    const data = await as(all.pemba).run('query ($id: ID!) { request(id: $id) { title problem } }', {
      id: request.id,
    });

    expect(data.request).toEqual({ title, problem: `${title}\n\n* one` });
  });
});
