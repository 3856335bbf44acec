import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { act, openRequest, openRequestOf, programmes, refusals, wordsOf } from '../../test/requests.ts';
import { rows, sql } from '../platform/sql.ts';
import { Request } from './request.ts';
import { StaffConflict } from './staff-conflict.ts';

const STEPS = [
  'submitRequest',
  'returnRequest',
  'publishRequest',
  'pauseRequest',
  'resumeRequest',
  'closeResponses',
  'startAssessing',
];
const withReason = new Set(['returnRequest', 'pauseRequest']);

const step = (by: Cast['hana'], name: string, requestId: string, version: number) =>
  act(by, name, { requestId, version, ...(withReason.has(name) && { reason: 'Because of the rains.' }) });

async function put(id: string, changes: Partial<Request>): Promise<void> {
  const { orm } = await hub();
  await orm.em.fork().nativeUpdate(Request, { id }, changes);
}

describe('a step', () => {
  test('can be taken only from where it begins', async () => {
    const all = await cast();
    const { health, request } = await openRequestOf(all);
    const from: Record<string, string[]> = {
      DRAFT: ['submitRequest'],
      SUBMITTED: ['returnRequest', 'publishRequest'],
      RETURNED: ['submitRequest'],
      OPEN: ['pauseRequest', 'closeResponses'],
      CLOSED_TO_RESPONSES: ['pauseRequest', 'startAssessing'],
      PAUSED: ['resumeRequest'],
      DELIVERED: [],
      CLOSED: [],
      CANCELLED: [],
      EXPIRED: [],
      UNFILLED: [],
    };
    for (const [state, legal] of Object.entries(from))
      for (const name of STEPS) {
        const fresh = legal.includes(name) ? await openRequest(all.hana, health) : request;
        await put(fresh.id, { state: state as Request['state'] });
        const answer = await step(all.hana, name, fresh.id, 3);
        if (legal.includes(name))
          expect(answer.request, `${name} from ${state}`).toMatchObject({ version: 4 });
        else expect(refusals(answer)[0], `${name} from ${state}`).toMatch(/WRONG_STATE|ALREADY_DONE/);
      }
  });

  test('is staff’s to take, except that owners submit; from an old page it is refused', async () => {
    const all = await cast();
    const { community } = await programmes(all);
    const id = String((await act(all.tendo, 'draftRequest', wordsOf(community))).request?.id);
    expect(refusals(await step(all.tendo, 'submitRequest', id, 7))).toEqual(['version STALE']);

    await step(all.tendo, 'submitRequest', id, 1);
    for (const name of ['publishRequest', 'returnRequest'])
      expect(refusals(await step(all.tendo, name, id, 2))).toEqual(['null NOT_ALLOWED']);
    await expect(step(all.hana, 'publishRequest', id, 2)).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    });
    expect((await step(all.ada, 'returnRequest', id, 2)).request).toMatchObject({ state: 'RETURNED' });
    const { request } = await as(all.tendo).run(
      `{ request(id: "${id}") { stateReason viewerCan { edit submit publish } } }`,
    );
    expect(request).toEqual({
      stateReason: 'Because of the rains.',
      viewerCan: { edit: true, submit: true, publish: false },
    });
  });

  test('back needs a reason', async () => {
    const all = await cast();
    const { request } = await openRequestOf(all);

    const blank = await act(all.hana, 'pauseRequest', { requestId: request.id, version: 3, reason: ' ' });
    const patient = await act(all.hana, 'pauseRequest', {
      requestId: request.id,
      version: 3,
      reason: 'NHS 999 000 0018',
    });

    expect(refusals(blank)).toEqual(['reason BLANK']);
    expect(refusals(patient)).toEqual(['reason PATIENT_DATA']);
  });

  test('is not for staff who declared a conflict', async () => {
    const all = await cast();
    const { request } = await openRequestOf(all);
    const { orm } = await hub();
    const em = orm.em.fork();
    em.persist(
      new StaffConflict(await em.findOneOrFail(Request, request.id), all.hana, 'My sister answered.'),
    );
    await em.flush();

    expect(refusals(await step(all.hana, 'closeResponses', request.id, 3))).toEqual([
      'null CONFLICT_OF_INTEREST',
    ]);
    const data = await as(all.hana).run(
      `{ request(id: "${request.id}") { staffCursor { seq } viewerCan { edit seeMatches } } }`,
    );
    expect(data.request).toEqual({ staffCursor: null, viewerCan: { edit: false, seeMatches: false } });
  });

  test('out of a pause leads back to where it stood, or past a date that has gone', async () => {
    const all = await cast();
    const { request } = await openRequestOf(all);
    await step(all.hana, 'pauseRequest', request.id, 3);
    expect((await step(all.hana, 'resumeRequest', request.id, 4)).request).toMatchObject({ state: 'OPEN' });

    await step(all.hana, 'pauseRequest', request.id, 5);
    await put(request.id, { closesAt: new Date(Date.now() - 1_000) });

    const { request: late } = await step(all.hana, 'resumeRequest', request.id, 6);
    expect(late).toMatchObject({ state: 'CLOSED_TO_RESPONSES' });
  });

  test('does not publish a date that passed while it waited', async () => {
    const all = await cast();
    const { health } = await programmes(all);
    const id = String((await act(all.hana, 'draftRequest', wordsOf(health))).request?.id);
    await step(all.hana, 'submitRequest', id, 1);
    await put(id, { closesAt: new Date(Date.now() - 1_000) });

    expect(refusals(await step(all.hana, 'publishRequest', id, 2))).toEqual(['closesOn IN_THE_PAST']);
  });

  test('taken twice at once is taken once', async () => {
    const all = await cast();
    const { request } = await openRequestOf(all);

    const answers = await Promise.all([1, 2, 3].map(() => step(all.hana, 'closeResponses', request.id, 3)));

    expect(answers.filter(({ request: moved }) => moved)).toHaveLength(1);
    const { orm } = await hub();
    const moves = await rows(orm.em.fork(), sql`select 1 from request_move where request_id = ${request.id}`);
    expect(moves).toHaveLength(3);
  });
});
