import { describe, expect, test } from 'vitest';
import { cast, type Cast } from '../../test/cast.ts';
import { act, dayFromNow, openRequest, programmes, refusals, wordsOf } from '../../test/requests.ts';
import { listOf, request as seen } from '../../test/responses.ts';

const FIELDS = `title problem effortHours timeZone closesOn closesTime questionsCloseOn sensitivity version
  programme { name } strands { name } criteria { value } lacks { code field } deciders { displayName }`;
const ASK = { problem: '', desiredOutcome: '', alreadyTried: '', contributionTypes: [], strandIds: [] };

async function draftOf(all: Cast, words: Record<string, unknown> = {}) {
  const three = await programmes(all);
  const { request } = await act(all.hana, 'draftRequest', wordsOf(three.health, words));
  return { ...three, id: String(request?.id) };
}

describe('a request written part by part', () => {
  test('keeps each part by itself and leaves the others as they are', async () => {
    const all = await cast();
    const { id, health } = await draftOf(all);
    const edit = (version: number, part: Record<string, unknown>) =>
      act(all.hana, 'editRequestPart', { requestId: id, version, ...part });

    await edit(1, { ask: { ...ASK, title: 'Three oxygen plants', strandIds: [all.strand.id] } });
    await edit(2, { criteria: [{ importance: 'ESSENTIAL', kind: 'COUNTRY', value: 'SL' }] });
    await edit(3, { practicalities: { mode: 'REMOTE', effortHours: 2.5, peopleNeeded: 1, expenses: '' } });
    await edit(4, { decision: { programmeId: health.id, sensitivity: 'VERIFIED' } });
    const dates = { timeZone: 'Africa/Kampala', closesOn: dayFromNow(25), closesTime: '12:30' };
    await edit(5, { dates: { ...dates, neededBy: dayFromNow(60) } });

    expect(await seen(all.hana, id, FIELDS)).toEqual({
      title: 'Three oxygen plants',
      problem: '',
      effortHours: 2.5,
      ...dates,
      questionsCloseOn: dayFromNow(14),
      sensitivity: 'VERIFIED',
      version: 6,
      programme: { name: 'Health systems partnerships' },
      strands: [{ name: 'Technical collaboration' }],
      criteria: [{ value: 'SL' }],
      lacks: [
        { code: 'BLANK', field: 'problem' },
        { code: 'BLANK', field: 'desiredOutcome' },
        { code: 'BLANK', field: 'contributionTypes' },
      ],
      deciders: [{ displayName: 'Hana Weatherby' }],
    });
  });

  test('is refused on the page that was sent, and never for what stands on another', async () => {
    const all = await cast();
    const { id } = await draftOf(all);
    const edit = async (part: Record<string, unknown>) =>
      refusals(await act(all.hana, 'editRequestPart', { requestId: id, version: 1, ...part }));

    expect(await edit({ ask: { ...ASK, title: ' ', problem: 'Ring 999 000 0018' } })).toEqual([
      'title BLANK',
      'problem PATIENT_DATA',
    ]);
    expect(await edit({ questions: { questionsCloseOn: dayFromNow(20) } })).toEqual([
      'questionsCloseOn WRONG_ORDER',
    ]);
    const early = { timeZone: 'UTC', closesOn: dayFromNow(10), closesTime: '17:00', neededBy: dayFromNow(5) };
    expect(await edit({ dates: early })).toEqual(['questionsCloseOn WRONG_ORDER', 'neededBy WRONG_ORDER']);
    const seven = Array.from({ length: 7 }, () => ({
      importance: 'DESIRABLE',
      kind: 'COUNTRY',
      value: 'SL',
    }));
    expect(await edit({ criteria: seven })).toEqual(['criteria TOO_MANY']);
    expect(await edit({})).toEqual(['null BLANK']);
    expect((await seen(all.hana, id, 'version')).version).toBe(1);
  });

  test('never overwrites what somebody else wrote since', async () => {
    const all = await cast();
    const { id } = await draftOf(all);
    const part = { requestId: id, version: 1, ask: { ...ASK, title: 'First' } };
    await act(all.hana, 'editRequestPart', part);

    const late = await act(all.hana, 'editRequestPart', { ...part, ask: { ...ASK, title: 'Second' } });

    expect(refusals(late)).toEqual(['version STALE']);
    expect((await seen(all.hana, id, 'title')).title).toBe('First');
  });

  test('stays whole once others may see it', async () => {
    const all = await cast();
    const { health, mobility } = await programmes(all);
    const open = await openRequest(all.hana, health);
    const edit = async (part: Record<string, unknown>) =>
      refusals(
        await act(all.hana, 'editRequestPart', { requestId: open.id, version: open.version, ...part }),
      );

    expect(await edit({ ask: { ...ASK, title: 'Shorter' } })).toEqual([
      'problem BLANK',
      'desiredOutcome BLANK',
      'contributionTypes BLANK',
    ]);
    const other = [{ importance: 'ESSENTIAL', kind: 'COUNTRY', value: 'MW' }];
    expect(await edit({ criteria: other })).toEqual(['criteria WRONG_STATE']);
    expect(await edit({ decision: { programmeId: mobility.id, sensitivity: 'PUBLIC' } })).toEqual([
      'programmeId WRONG_STATE',
    ]);
    expect(await edit({ questions: { questionsCloseOn: null } })).toEqual([]);
  });

  test('tells what it lacks to those who write it alone, and who decides to those who read it', async () => {
    const all = await cast();
    const { health } = await programmes(all);
    const open = await openRequest(all.hana, health, { sensitivity: 'VERIFIED' });
    const fields = 'lacks { field } deciders { displayName }';

    expect(listOf((await seen(all.meera, open.id, fields)).deciders)).toEqual([
      { displayName: 'Hana Weatherby' },
    ]);
    expect(await seen(all.tendo, open.id, fields)).toEqual({ lacks: [], deciders: [] });
    await act(all.hana, 'declareConflict', { requestId: open.id, conflicted: true });
    expect(await seen(all.meera, open.id, fields)).toEqual({ lacks: [], deciders: [] });
  });
});
