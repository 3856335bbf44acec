import { describe, expect, test } from 'vitest';
import { cast } from '../../test/cast.ts';
import { openRequestOf } from '../../test/requests.ts';
import { answer, answered, assessed, codesOf, inboxOf, offerTo } from '../../test/responses.ts';

describe('offering', { timeout: 90_000 }, () => {
  test('offers on terms that make sense, to be taken or turned down', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all, { peopleNeeded: 2 });
    const found = await assessed(all.hana, posted.id, [all.meera, all.kofi]);
    const hers = found.get(all.meera.id);
    const { version } = await answered(all.hana, 'shortlist', {
      responseId: hers?.id,
      version: hers?.version,
    });
    const bad = { hours: 0, deliverables: '', startsOn: '2099-02-01', endsOn: '2099-01-01' };
    const refused = await answer(all.hana, 'offerWork', { responseId: hers?.id, version, ...bad });
    expect(codesOf(refused)).toEqual(['deliverables BLANK', 'hours OUT_OF_RANGE', 'endsOn WRONG_ORDER']);

    const his = await offerTo(all.hana, found.get(all.kofi.id), { startsOn: '2099-01-01' });
    const accepted = await answered(all.kofi, 'acceptOffer', { responseId: his.id, version: his.version });
    expect(accepted).toMatchObject({
      state: 'ACCEPTED',
      request: { state: 'ASSESSING' },
      viewerCan: { withdraw: true },
    });
    const terms = { responseId: hers?.id, version, hours: 6, deliverables: 'A checklist.' };
    const offered = await answered(all.hana, 'offerWork', terms);
    const declined = { responseId: hers?.id, version: offered.version, reason: 'Too soon.' };
    expect((await answered(all.meera, 'declineOffer', declined)).state).toBe('WITHDRAWN');
    const gone = await answer(all.meera, 'acceptOffer', {
      responseId: hers?.id,
      version: Number(offered.version) + 1,
    });
    expect(codesOf(gone)).toEqual(['WRONG_STATE']);
    expect(await inboxOf(all.hana)).toContain(
      'OFFER_ANSWERED: Meera Vallathur answered your offer for “Keep two oxygen plants running”.',
    );
  });

  test('cannot be undone by whoever is at work: staff end it with them', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all, { peopleNeeded: 1 });
    const found = await assessed(all.hana, posted.id, [all.meera]);
    const offered = await offerTo(all.hana, found.get(all.meera.id));
    const taken = { responseId: offered.id, version: offered.version };
    const { version } = await answered(all.meera, 'acceptOffer', taken);

    const back = await answer(all.meera, 'withdrawResponse', { responseId: offered.id, version });
    expect(codesOf(back)).toEqual(['WRONG_STATE']);
    const feedback = 'The host closed the ward. Thank you for the weeks you gave.';
    const ended = await answered(all.hana, 'endEngagement', { responseId: offered.id, version, feedback });
    expect(ended).toMatchObject({ state: 'WITHDRAWN', feedback });
  });
});
