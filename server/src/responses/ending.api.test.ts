import { describe, expect, test } from 'vitest';
import { cast, type Cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { act, dayFromNow, openRequestOf } from '../../test/requests.ts';
import {
  answer,
  answered,
  codesOf,
  inboxOf,
  move,
  moved,
  nodesOf,
  offerTo,
  request,
  sayYes,
} from '../../test/responses.ts';
import { rows, sql } from '../platform/sql.ts';
import { expireDue } from './due.ts';
import { UNSETTLED } from './response.states.ts';
import { feedback, reason, halfway, stateOf } from '../../test/endings.ts';

/** The promise of the house: an ended request leaves nobody waiting. */
async function leftWaiting(): Promise<number> {
  const em = (await hub()).orm.em.fork();
  const found = await rows(
    em,
    sql`select 1 from response s join request r on r.id = s.request_id
    where r.state in ('CLOSED', 'CANCELLED', 'EXPIRED', 'UNFILLED') and s.state = any(${UNSETTLED}::text[])`,
  );
  return found.length;
}

async function kindsFor(person: Cast['meera']): Promise<(string | undefined)[]> {
  return (await inboxOf(person)).map((line) => line.split(':')[0]).toSorted();
}

describe('a request that ends', { timeout: 90_000 }, () => {
  test.each([
    ['cancelRequest', 'CANCELLED'],
    ['markUnfilled', 'UNFILLED'],
  ])('by %s answers everyone who waits, and tells them', async (name, state) => {
    const all = await cast();
    const { id } = await halfway(all);

    expect(codesOf(await move(all.hana, name, id, { reason }))).toEqual(['feedback BLANK']);
    expect(codesOf(await move(all.hana, name, id, { reason: ' ', feedback }))).toEqual(['reason BLANK']);
    expect(codesOf(await move(all.joss, name, id, { reason, feedback }))).toEqual(['NOT_ALLOWED']);
    expect(codesOf(await act(all.hana, name, { requestId: id, version: 1, reason, feedback }))).toHaveLength(
      1,
    );
    await moved(all.hana, name, id, { reason, feedback });

    expect(await leftWaiting()).toBe(0);
    expect(await stateOf(all.meera, id)).toEqual({ state: 'OFFER_LAPSED', feedback });
    expect(await stateOf(all.kofi, id)).toEqual({ state: 'OFFER_LAPSED', feedback });
    expect(await stateOf(all.pemba, id)).toEqual({ state: 'NOT_SELECTED', feedback });
    expect(await stateOf(all.tendo, id)).toEqual({ state: 'NOT_SELECTED', feedback });
    for (const person of [all.meera, all.kofi, all.pemba, all.tendo]) {
      expect(await kindsFor(person)).toContain('RESPONSE_SETTLED');
    }
    expect(await request(all.meera, id, 'state stateReason')).toEqual({ state, stateReason: reason });
  });

  test('is closed only when nobody is at work any more, and with an outcome that all are told', async () => {
    const all = await cast();
    const { id, offered } = await halfway(all);
    const taken = { responseId: offered.id, version: offered.version };
    const { version } = await answered(all.meera, 'acceptOffer', taken);
    await moved(all.hana, 'deliverRequest', id);

    expect(codesOf(await move(all.hana, 'closeRequest', id, { feedback: '' }))).toEqual([
      'OUTCOME_NEEDED',
      'WRONG_STATE',
      'feedback BLANK',
    ]);
    const outcome = { result: 'A checklist.', usedHow: '', changedWhat: 'Neither stopped.' };
    expect(codesOf(await move(all.hana, 'recordOutcome', id, outcome))).toEqual(['usedHow BLANK']);
    await moved(all.hana, 'recordOutcome', id, { ...outcome, usedHow: 'Daily.' });
    expect(codesOf(await move(all.hana, 'closeRequest', id, { feedback }))).toEqual(['WRONG_STATE']);
    await answered(all.hana, 'completeEngagement', { responseId: offered.id, version });
    await moved(all.hana, 'closeRequest', id, { feedback });

    expect(await leftWaiting()).toBe(0);
    expect(await stateOf(all.meera, id)).toMatchObject({ state: 'COMPLETED' });
    for (const person of [all.meera, all.pemba, all.tendo])
      expect(await kindsFor(person)).toContain('OUTCOME');
    expect(await kindsFor(all.kofi)).toEqual(['INVITATION', 'RESPONSE_SETTLED']);
    const late = await answer(all.hana, 'completeEngagement', { responseId: offered.id, version: 99 });
    expect(codesOf(late)).toContain('WRONG_STATE');
  });

  test('given up while somebody is at work ends their work, and frees their time', async () => {
    const all = await cast();
    const { id, offered } = await halfway(all);
    await answered(all.meera, 'acceptOffer', { responseId: offered.id, version: offered.version });

    await moved(all.hana, 'cancelRequest', id, { reason, feedback });

    expect(await stateOf(all.meera, id)).toEqual({ state: 'WITHDRAWN', feedback });
    expect(await leftWaiting()).toBe(0);
    const em = (await hub()).orm.em.fork();
    expect(await rows(em, sql`select 1 from workload where ended_at is null`)).toEqual([]);
  });

  test('because its date passed closes to responses by itself, and expires when it is no longer needed', async () => {
    const all = await cast();
    const { orm } = await hub();
    const { request: posted } = await openRequestOf(all);
    await sayYes(all.meera, posted.id);
    const heard: string[] = [];
    const actor = {
      orm,
      committed: (heads: { stream: string }[]) => heard.push(...heads.map(({ stream }) => stream)),
    };
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);

    await expireDue(actor, days(19));
    expect(await request(all.meera, posted.id, 'state')).toEqual({ state: 'OPEN' });
    await expireDue(actor, days(22));
    expect(await request(all.meera, posted.id, 'state')).toEqual({ state: 'CLOSED_TO_RESPONSES' });
    expect(heard).toContain(`request:${posted.id}`);
    await expireDue(actor, days(53));
    expect(await request(all.meera, posted.id, 'state')).toEqual({ state: 'CLOSED_TO_RESPONSES' });
    await expireDue(actor, days(56));
    await expireDue(actor, days(56));

    expect(await request(all.meera, posted.id, 'state myResponse { state }')).toEqual({
      state: 'EXPIRED',
      myResponse: { state: 'NOT_SELECTED' },
    });
    expect(await inboxOf(all.meera)).toHaveLength(1);
    expect(await leftWaiting()).toBe(0);
  });

  test('work that was agreed for later begins on its day', async () => {
    const all = await cast();
    const { orm } = await hub();
    const { request: posted } = await openRequestOf(all, { peopleNeeded: 1 });
    await sayYes(all.meera, posted.id);
    await moved(all.hana, 'closeResponses', posted.id);
    await moved(all.hana, 'startAssessing', posted.id);
    const found = await request(all.hana, posted.id, 'responses { edges { node { id version } } }');
    const offered = await offerTo(all.hana, nodesOf(found.responses)[0], { startsOn: dayFromNow(5) });
    await answered(all.meera, 'acceptOffer', { responseId: offered.id, version: offered.version });
    expect(await request(all.meera, posted.id, 'state')).toEqual({ state: 'MATCHED' });

    await expireDue({ orm, committed: () => {} }, new Date(Date.now() + 6 * 86_400_000));
    expect(await request(all.meera, posted.id, 'state myResponse { state }')).toEqual({
      state: 'IN_PROGRESS',
      myResponse: { state: 'ENGAGED' },
    });
  });
});
