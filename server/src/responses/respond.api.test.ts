import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { dayFromNow, openRequest, openRequestOf } from '../../test/requests.ts';
import {
  answer,
  answered,
  codesOf as codes,
  listOf,
  moved,
  nodesOf,
  NO_INTERESTS,
  request,
  sayYes,
} from '../../test/responses.ts';
import { hub } from '../../test/hub.ts';
import { rows, sql } from '../platform/sql.ts';

const text = 'I can help.';
const declaration = NO_INTERESTS;

describe('responding', { timeout: 90_000 }, () => {
  test('is for verified experts, and says so', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all);
    const yes = { requestId: posted.id, answer: 'YES', text, declaration };

    expect(codes(await answer(all.tendo, 'respond', yes))).toEqual(['NOT_ALLOWED']);
    expect(codes(await answer(all.hana, 'respond', yes))).toEqual(['SELF']);
    await expect(as(null).run('query { myResponses { edges { node { id } } } }')).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
    expect((await answer(all.meera, 'respond', yes)).response).toMatchObject({
      state: 'SUBMITTED',
      version: 2,
    });
  });

  test('is refused word by word, all at once', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all);
    const { criteria } = await request(all.meera, posted.id, 'criteria { id }');
    const criterionId = listOf(criteria)[0]?.id;

    const refused = await answer(all.meera, 'respond', {
      requestId: posted.id,
      answer: 'PARTLY',
      text: ' ',
      availabilityNote: 'Ring 999 000 0018',
      criteria: [
        { criterionId, evidence: 'x'.repeat(1_501) },
        { criterionId, evidence: 'Twice.' },
      ],
      declaration: { hasInterests: true, interests: '', confidentiality: false, employerConsent: false },
    });

    expect(codes(refused)).toEqual([
      'text BLANK',
      'availabilityNote PATIENT_DATA',
      'criteria TOO_LONG',
      'criteria NOT_VALID',
      'interests BLANK',
      'confidentiality NOT_VALID',
    ]);
    const bare = await answer(all.meera, 'respond', { requestId: posted.id, answer: 'YES', text });
    expect(codes(bare)).toEqual(['declaration NOT_VALID']);
  });

  test('again changes the answer while the request is open, against the version that was seen', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all);
    const first = await sayYes(all.meera, posted.id);
    const again = { requestId: posted.id, answer: 'PARTLY', text: 'Half of it.', declaration };

    expect(codes(await answer(all.meera, 'respond', again))).toEqual(['ALREADY_DONE']);
    const stale = { ...again, version: Number(first.version) - 1 };
    expect(codes(await answer(all.meera, 'respond', stale))).toEqual(['version STALE']);
    const changed = await answered(all.meera, 'respond', { ...again, version: first.version });
    expect(changed).toMatchObject({
      id: first.id,
      answer: 'PARTLY',
      text: 'Half of it.',
      state: 'SUBMITTED',
    });
  });

  test('with a no declines in one act, with or without a reason, and may be thought over', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all);

    const no = { requestId: posted.id, answer: 'NO', declineReason: 'TIME' };
    const declined = await answered(all.meera, 'respond', no);
    expect(declined).toMatchObject({ state: 'DECLINED', declineReason: 'TIME', submittedAt: null });
    const bare = await answered(all.kofi, 'respond', { requestId: posted.id, answer: 'NO' });
    expect(bare).toMatchObject({ state: 'DECLINED', declineReason: null });
    const yes = { requestId: posted.id, answer: 'YES', text, declaration, version: declined.version };
    expect(await answered(all.meera, 'respond', yes)).toMatchObject({
      state: 'SUBMITTED',
      declineReason: null,
    });
  });

  test('too late is refused, whether the date or staff closed it', async () => {
    const all = await cast();
    const { request: posted, health } = await openRequestOf(all);
    const yes = { answer: 'YES', text, declaration };
    await moved(all.hana, 'closeResponses', posted.id);
    expect(codes(await answer(all.meera, 'respond', { ...yes, requestId: posted.id }))).toEqual(['TOO_LATE']);

    const other = await openRequest(all.hana, health);
    const em = (await hub()).orm.em.fork();
    await rows(em, sql`update request set closes_at = now() - interval '1 minute' where id = ${other.id}`);
    expect(codes(await answer(all.meera, 'respond', { ...yes, requestId: other.id }))).toEqual(['TOO_LATE']);
  });

  test('to a paused request waits until it goes on', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all, { closesOn: dayFromNow(20) });
    await moved(all.hana, 'pauseRequest', posted.id, { reason: 'The host asked for a week.' });
    const yes = { requestId: posted.id, answer: 'YES', text, declaration };

    expect(codes(await answer(all.meera, 'respond', yes))).toEqual(['WRONG_STATE']);
    await moved(all.hana, 'resumeRequest', posted.id);
    expect((await answer(all.meera, 'respond', yes)).response).toMatchObject({ state: 'SUBMITTED' });
  });

  test('is between the expert and staff: respondents never see each other', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all);
    const hers = await sayYes(all.meera, posted.id);
    await sayYes(all.kofi, posted.id);

    const fields =
      'responses { edges { node { id } } } responseCounts { count } myResponse { person { displayName } }';
    expect(await request(all.kofi, posted.id, fields)).toEqual({
      responses: { edges: [] },
      responseCounts: [],
      myResponse: { person: { displayName: 'Kofi Merriweather' } },
    });
    const withdraw = { responseId: hers.id, version: hers.version };
    for (const person of [all.kofi, all.joss, all.ada]) {
      await expect(answer(person, 'withdrawResponse', withdraw)).rejects.toMatchObject({
        extensions: { code: 'NOT_FOUND' },
      });
    }
    const { myResponses } = await as(all.meera).run('query { myResponses { edges { node { id state } } } }');
    expect(nodesOf(myResponses)).toEqual([{ id: hers.id, state: 'SUBMITTED' }]);
  });

  test('can be taken back before a choice, with a reason if one likes', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all);
    const { id: responseId, version } = await sayYes(all.meera, posted.id);

    const withdrawn = await answered(all.meera, 'withdrawResponse', {
      responseId,
      version,
      reason: 'A new rota.',
    });
    expect(withdrawn).toMatchObject({ state: 'WITHDRAWN' });
    const twice = await answer(all.meera, 'withdrawResponse', { responseId, version: withdrawn.version });
    expect(codes(twice)).toEqual(['ALREADY_DONE']);
  });
});
