import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { act, openRequest, openRequestOf, refusals } from '../../test/requests.ts';
import { Request } from './request.ts';

const READ = `query ($id: ID!) { request(id: $id) {
  questions { id body answer answeredAt version askedBy { displayName } } viewerCan { ask answer } } }`;
const read = async (person: Parameters<typeof as>[0], id: string) =>
  (await as(person).run(READ, { id })).request;

describe('a question', () => {
  test('is seen and answered before all who read the request, without saying who asked', async () => {
    const all = await cast();
    const { request } = await openRequestOf(all);

    await act(all.meera, 'askQuestion', { requestId: request.id, body: 'Which plants?' });

    const asked = { body: 'Which plants?', answer: null };
    expect(await read(all.pemba, request.id)).toMatchObject({ questions: [{ ...asked, askedBy: null }] });
    expect(await read(all.joss, request.id)).toMatchObject({ questions: [{ ...asked, askedBy: null }] });
    const mine = { ...asked, askedBy: { displayName: 'Meera Vallathur' } };
    expect(await read(all.meera, request.id)).toMatchObject({ questions: [mine] });
    const seen = await read(all.hana, request.id);
    expect(seen).toMatchObject({ questions: [mine], viewerCan: { ask: false, answer: true } });
    expect(await read(null, request.id)).toMatchObject({ questions: [] });

    const questionId = (seen?.questions as unknown as { id: string }[])[0]?.id;
    await act(all.hana, 'answerQuestion', { questionId, version: 1, answer: 'Two of 60 litres.' });

    expect(await read(all.pemba, request.id)).toMatchObject({
      questions: [{ answer: 'Two of 60 litres.', answeredAt: expect.any(String), version: 2 }],
    });
    const again = { questionId, version: 1, answer: 'Three.' };
    expect(refusals(await act(all.hana, 'answerQuestion', again))).toEqual(['answer STALE']);
    expect(refusals(await act(all.meera, 'answerQuestion', { ...again, version: 2 }))).toEqual([
      'null NOT_ALLOWED',
    ]);
  });

  test('is refused when blank, about a patient, too late, or asked by those who answer', async () => {
    const all = await cast();
    const { request } = await openRequestOf(all);
    const ask = async (by: typeof all.meera, body = 'Which?') =>
      refusals(await act(by, 'askQuestion', { requestId: request.id, body }));

    expect(await ask(all.meera, ' ')).toEqual(['body BLANK']);
    expect(await ask(all.meera, 'x'.repeat(2_001))).toEqual(['body TOO_LONG']);
    expect(await ask(all.meera, 'Is it 999 000 0018?')).toEqual(['body PATIENT_DATA']);
    expect(await ask(all.hana)).toEqual(['null SELF']);
    const { orm } = await hub();
    await orm.em
      .fork()
      .nativeUpdate(Request, { id: request.id }, { questionsCloseAt: new Date(Date.now() - 1_000) });
    expect(await ask(all.meera)).toEqual(['null TOO_LATE']);
    expect(await read(all.meera, request.id)).toMatchObject({ viewerCan: { ask: false } });
    await orm.em.fork().nativeUpdate(Request, { id: request.id }, { state: 'PAUSED' as Request['state'] });
    expect(await ask(all.meera)).toEqual(['null WRONG_STATE']);
  });

  test('is not heard a sixth time before one is answered', async () => {
    const all = await cast();
    const { request } = await openRequestOf(all);
    const ask = (n: number) =>
      act(all.meera, 'askQuestion', { requestId: request.id, body: `Question ${n}?` });
    for (const n of [1, 2, 3, 4, 5]) expect((await ask(n)).request).toBeTruthy();

    expect(refusals(await ask(6))).toEqual(['body TOO_MANY']);
  });

  test('of a request one may not read in full cannot be asked, seen or answered', async () => {
    const all = await cast();
    const { health } = await openRequestOf(all);
    const request = await openRequest(all.hana, health, { sensitivity: 'VERIFIED' });
    await act(all.meera, 'askQuestion', { requestId: request.id, body: 'Which?' });
    const questionId = ((await read(all.hana, request.id))?.questions as unknown as { id: string }[])[0]?.id;

    expect(refusals(await act(all.tendo, 'askQuestion', { requestId: request.id, body: 'Me too?' }))).toEqual(
      ['null NOT_ALLOWED'],
    );
    expect(await read(all.tendo, request.id)).toMatchObject({ questions: [] });
    await expect(
      act(all.tendo, 'answerQuestion', { questionId, version: 1, answer: 'No.' }),
    ).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  });
});
