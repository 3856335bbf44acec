import { describe, expect, test } from 'vitest';
import { cast, type Cast } from '../../test/cast.ts';
import { act, dayFromNow, openRequestOf } from '../../test/requests.ts';
import { codesOf, inboxOf, moved, request, sayYes } from '../../test/responses.ts';

const FIELDS = `closesOn closesTime version moreTimeAsked mayAskForMoreTime
  myMoreTime { isGiven askedAt answeredAt }`;

async function asking(all: Cast, words: Record<string, unknown> = {}) {
  const { request: posted } = await openRequestOf(all, words);
  const ask = (who: Cast['meera']) => act(who, 'askForMoreTime', { requestId: posted.id });
  const answer = async (isGiven: boolean) => {
    const { version } = await request(all.hana, posted.id, 'version');
    return act(all.hana, 'answerMoreTime', { requestId: posted.id, version, isGiven });
  };
  return { id: posted.id, ask, answer };
}

describe('more time', { timeout: 90_000 }, () => {
  test('is asked for once, by whoever could still answer, and staff hear without a name', async () => {
    const all = await cast();
    const { id, ask } = await asking(all);

    expect(await request(all.meera, id, FIELDS)).toMatchObject({ mayAskForMoreTime: true, myMoreTime: null });
    expect((await ask(all.meera)).problems).toBeUndefined();
    expect(codesOf(await ask(all.meera))).toEqual(['ALREADY_DONE']);
    expect(codesOf(await ask(all.tendo))).toEqual(['NOT_ALLOWED']);
    expect(codesOf(await ask(all.hana))).toEqual(['SELF']);
    await sayYes(all.kofi, id);
    expect(codesOf(await ask(all.kofi))).toEqual(['ALREADY_DONE']);

    expect(await request(all.hana, id, 'moreTimeAsked')).toEqual({ moreTimeAsked: 1 });
    expect(await request(all.kofi, id, 'moreTimeAsked')).toEqual({ moreTimeAsked: 0 });
    expect(await inboxOf(all.hana)).toContain(
      'MORE_TIME_ASKED: An expert asks for more time to answer “Keep two oxygen plants running”.',
    );
    expect(await request(all.meera, id, FIELDS)).toMatchObject({
      mayAskForMoreTime: false,
      myMoreTime: { isGiven: null, answeredAt: null },
    });
  });

  test('is given to everyone: three days, at the same time of the day', async () => {
    const all = await cast();
    const { id, ask, answer } = await asking(all, { closesTime: '09:30' });
    await ask(all.meera);
    await ask(all.kofi);

    expect((await answer(true)).problems).toBeUndefined();

    expect(await request(all.meera, id, FIELDS)).toMatchObject({
      closesOn: dayFromNow(23),
      closesTime: '09:30',
      myMoreTime: { isGiven: true },
    });
    expect(await request(all.hana, id, 'moreTimeAsked')).toEqual({ moreTimeAsked: 0 });
    expect(await inboxOf(all.kofi)).toContain(
      'MORE_TIME_GIVEN: You have three days more to answer “Keep two oxygen plants running”.',
    );
    expect(codesOf(await answer(true))).toEqual(['ALREADY_DONE']);
  });

  test('may be refused, and then nothing closes later', async () => {
    const all = await cast();
    const { id, ask, answer } = await asking(all);
    await ask(all.meera);

    await answer(false);

    expect(await request(all.meera, id, FIELDS)).toMatchObject({
      closesOn: dayFromNow(20),
      myMoreTime: { isGiven: false },
    });
    expect((await inboxOf(all.meera))[0]).toMatch(/^MORE_TIME_NOT_GIVEN: There is no more time to give/);
  });

  test('is not given past the day the work is needed by, nor once responses have closed', async () => {
    const all = await cast();
    const { id, ask, answer } = await asking(all, { neededBy: dayFromNow(22) });
    await ask(all.meera);

    expect(codesOf(await answer(true))).toEqual(['WRONG_ORDER']);
    await moved(all.hana, 'closeResponses', id);
    expect(codesOf(await answer(true))).toEqual(['TOO_LATE']);
    expect(codesOf(await ask(all.kofi))).toEqual(['TOO_LATE']);
    expect((await request(all.meera, id, FIELDS)).mayAskForMoreTime).toBe(false);
  });
});
