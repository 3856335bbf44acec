import { describe, expect, test } from 'vitest';
import type { Nested } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { asExpert } from '../../test/experts.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { act, openRequest, openRequestOf, programmes } from '../../test/requests.ts';
import { listOf, nodesOf, request } from '../../test/responses.ts';
import type { Person } from '../people/person.ts';
import { rows, sql } from '../platform/sql.ts';
import { makeDuePlans } from './making.ts';
import { send, planOf, made, twoRequests } from '../../test/planning.ts';
import { carries, WorkloadState } from '../matching/workload.ts';

const seatsOf = (plan: Nested) => listOf(plan.requests).flatMap(({ seats }) => listOf(seats));

const names = (plan: Nested) =>
  seatsOf(plan)
    .map(({ person }) => String(person?.displayName))
    .sort();

const invitedTo = async (person: Person, id: string) =>
  nodesOf(
    (await request(person, id, 'responses(first: 20) { edges { node { state person { displayName } } } }'))
      .responses,
  );

describe('a plan over open requests', { timeout: 120_000 }, () => {
  test('proposes two people for two requests, and invites nobody until it is accepted', async () => {
    const all = await cast();
    const { oxygen, training } = await twoRequests(all);
    const { plan: asked } = await send(all.hana, 'makePlan');
    expect(asked).toMatchObject({ state: 'MAKING', steps: 3, viewerCan: { cancel: true, accept: false } });

    await makeDuePlans(await hub());
    const plan = await planOf(all.hana, asked?.id);
    expect(plan).toMatchObject({ state: 'PROPOSED', done: 3, viewerCan: { accept: true, discard: true } });
    expect(names(plan)).toEqual(['Kofi Merriweather', 'Meera Vallathur']);
    expect(await invitedTo(all.hana, oxygen.id)).toEqual([]);

    const { plan: accepted } = await send(all.hana, 'acceptPlan', { planId: plan.id, isWhole: true });
    expect(seatsOf(accepted as Nested).map(({ state }) => state)).toEqual(['INVITED', 'INVITED']);
    expect(await invitedTo(all.hana, oxygen.id)).toHaveLength(1);
    expect(await invitedTo(all.hana, training.id)).toHaveLength(1);
    const again = await send(all.hana, 'acceptPlan', { planId: plan.id, isWhole: true });
    expect(again.problems).toMatchObject([{ code: 'ALREADY_DONE' }]);
  });

  test('is accepted in part, and what changed since is refused for that seat alone, with the reason', async () => {
    const all = await cast();
    await twoRequests(all);
    const plan = await made(all.hana);
    const [one, other] = seatsOf(plan);
    const em = (await hub()).orm.em.fork();
    await rows(
      em,
      sql`update profile set paused_until = current_date + 30
        where person_id = (select person_id from plan_seat where id = ${String(one?.id)})`,
    );
    const { plan: accepted } = await send(all.hana, 'acceptPlan', {
      planId: plan.id,
      seatIds: [one?.id, other?.id],
    });
    const after = new Map(seatsOf(accepted as Nested).map((seat) => [seat.id, seat]));
    expect(after.get(one?.id as never)).toMatchObject({
      state: 'REFUSED',
      whyNot: expect.stringContaining('pausing'),
    });
    expect(after.get(other?.id as never)).toMatchObject({ state: 'INVITED', whyNot: null });
  });

  test('asks nobody beyond what they take, counts invitations that wait, and says which seats stay empty', async () => {
    const all = await cast();
    const { oxygen } = await twoRequests(all);
    await act(all.hana, 'inviteExperts', { requestId: oxygen.id, personIds: [all.meera.id] });
    const plan = await made(all.hana);
    const byTitle = new Map(listOf(plan.requests).map((one) => [String(one.request?.title), one]));
    expect(byTitle.get('Keep two oxygen plants running')).toMatchObject({ needed: 0, seats: [] });
    expect(byTitle.get('Train two technicians')).toMatchObject({ needed: 1, empty: 0 });
    expect(names(plan)).toEqual(['Kofi Merriweather']);
  });

  test('counts an offer that waits for its answer as carried', async () => {
    const all = await cast();
    const { health } = await twoRequests(all);
    const elsewhere = await openRequest(all.hana, health, { title: 'Mend a compressor' });
    const em = (await hub()).orm.em.fork();
    await carries(em, all.meera.id, elsewhere.id, WorkloadState.OFFERED, new Date());
    expect(names(await made(all.hana))).toEqual(['Kofi Merriweather']);
  });

  test('accepted twice at once invites each once, and no seat that was taken is said to be refused', async () => {
    const all = await cast();
    await twoRequests(all);
    const plan = await made(all.hana);
    const accept = () => send(all.hana, 'acceptPlan', { planId: plan.id, isWhole: true });
    await Promise.all([accept(), accept()]);
    const after = await planOf(all.hana, plan.id);
    expect(seatsOf(after).map(({ state }) => state)).toEqual(['INVITED', 'INVITED']);
    expect(seatsOf(after).map(({ whyNot }) => whyNot)).toEqual([null, null]);
  });

  test('accepted again after a cap was lowered, a second ask is refused', async () => {
    const all = await cast();
    await asExpert(all.kofi, { loadCap: 2 });
    const { health, request: oxygen } = await openRequestOf(all, { peopleNeeded: 1 });
    const training = await openRequest(all.hana, health, { title: 'Train two technicians', peopleNeeded: 1 });
    for (const { id } of [oxygen, training]) await act(all.hana, 'revealMatches', { requestId: id });
    const plan = await made(all.hana);
    expect(names(plan)).toEqual(['Kofi Merriweather', 'Kofi Merriweather']);
    await rows(
      (await hub()).orm.em.fork(),
      sql`update profile set load_cap = 1 where person_id = ${all.kofi.id}`,
    );
    const { plan: accepted } = await send(all.hana, 'acceptPlan', { planId: plan.id, isWhole: true });
    expect(
      seatsOf(accepted as Nested)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['INVITED', 'REFUSED']);
  });

  test('is told without names where its reader still looks blind', async () => {
    const all = await cast();
    await asExpert(all.meera);
    await openRequestOf(all, { peopleNeeded: 1 });
    const plan = await made(all.hana);
    expect(seatsOf(plan)).toMatchObject([{ person: null, rank: 1 }]);
    expect(JSON.stringify(plan)).not.toContain('Meera');
  });

  test('shows each reader the requests they decide on, and nothing to staff of other programmes', async () => {
    const all = await cast();
    const { oxygen } = await twoRequests(all);
    const plan = await made(all.hana);
    await expect(planOf(all.joss, plan.id)).rejects.toThrow();
    await rows(
      (await hub()).orm.em.fork(),
      sql`insert into programme_staff (programme_id, person_id) select programme_id, ${all.joss.id} from request where id = ${oxygen.id}`,
    );
    await act(all.joss, 'declareConflict', {
      requestId: oxygen.id,
      conflicted: true,
      note: 'My brother asks.',
    });
    const his = await planOf(all.joss, plan.id);
    expect(listOf(his.requests).map((one) => one.request?.title)).toEqual(['Train two technicians']);
    const mine = seatsOf(plan).map(({ id }) => id);
    const tried = await send(all.joss, 'acceptPlan', { planId: plan.id, seatIds: mine });
    expect(tried.problems).toMatchObject([{ code: 'NOT_VALID', field: 'seatIds' }]);
  });

  test('is made one at a time, stops when it is cancelled, and is put aside', async () => {
    const all = await cast();
    await twoRequests(all);
    const { plan } = await send(all.hana, 'makePlan');
    expect((await send(all.hana, 'makePlan')).problems).toMatchObject([{ code: 'ALREADY_DONE' }]);
    expect((await send(all.hana, 'cancelPlan', { planId: plan?.id })).plan).toMatchObject({
      state: 'CANCELLED',
    });
    await makeDuePlans(await hub());
    expect(await planOf(all.hana, plan?.id)).toMatchObject({
      state: 'CANCELLED',
      requests: expect.anything(),
    });

    const next = await made(all.hana);
    expect((await send(all.hana, 'discardPlan', { planId: next.id })).plan).toMatchObject({
      state: 'DISCARDED',
    });
    const late = await send(all.hana, 'acceptPlan', { planId: next.id, isWhole: true });
    expect(late.problems).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  test('has nothing to plan where no request is open', async () => {
    const all = await cast();
    await programmes(all);
    const { problems } = await send(all.hana, 'makePlan');
    expect(problems).toMatchObject([{ code: 'WRONG_STATE', field: 'requestIds' }]);
  });

  test('takes the same number of statements for two requests as for five', async () => {
    const all = await cast();
    const { health } = await twoRequests(all);
    const two = await made(all.hana);
    for (const title of ['Third', 'Fourth', 'Fifth'])
      await openRequest(all.hana, health, { title, peopleNeeded: 1 });
    const five = await made(all.hana);
    const cost = (id: unknown) => statementsOf(() => planOf(all.hana, id));
    expect((await cost(five.id)).length).toBe((await cost(two.id)).length);
  });
});
