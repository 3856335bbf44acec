import { describe, expect, test } from 'vitest';
import { cast } from '../../test/cast.ts';
import { asExpert } from '../../test/experts.ts';
import { openRequest, openRequestOf } from '../../test/requests.ts';
import { answer, answered, assessed, codesOf, inboxOf, offerTo, request } from '../../test/responses.ts';

describe('the number of engagements an expert takes at once', { timeout: 90_000 }, () => {
  test('holds when two offers are accepted at the same moment: exactly one wins', async () => {
    const all = await cast();
    await asExpert(all.meera, { loadCap: 1 });
    const { request: first, health } = await openRequestOf(all, { peopleNeeded: 1 });
    const second = await openRequest(all.hana, health, { title: 'Keep a third plant running' });
    const offers = [];
    for (const { id } of [first, second]) {
      const found = await assessed(all.hana, id, [all.meera]);
      offers.push(await offerTo(all.hana, found.get(all.meera.id)));
    }

    const answers = await Promise.all(
      offers.map(({ id, version }) => answer(all.meera, 'acceptOffer', { responseId: id, version })),
    );

    const refused = answers.filter(({ problems }) => problems);
    expect(refused.map(codesOf)).toEqual([['LOAD_CAP']]);
    expect(answers.filter(({ response }) => String(response?.state) === 'ENGAGED')).toHaveLength(1);
    const states = await Promise.all(
      [first, second].map(
        async ({ id }) => (await request(all.meera, id, 'myResponse { state }')).myResponse?.state,
      ),
    );
    expect(states.toSorted()).toEqual(['ENGAGED', 'OFFERED']);
    const told = (await inboxOf(all.hana)).filter((line) => line.startsWith('OFFER_ANSWERED'));
    expect(told).toHaveLength(1);
  });

  test('frees a place when work is done, and is no bound for those who set none', async () => {
    const all = await cast();
    await asExpert(all.meera, { loadCap: 1 });
    const { request: first, health } = await openRequestOf(all, { peopleNeeded: 1 });
    const second = await openRequest(all.hana, health);
    const take = async (id: string, person: typeof all.meera) => {
      const found = await assessed(all.hana, id, [person]);
      const { id: responseId, version } = await offerTo(all.hana, found.get(person.id));
      return { responseId, version };
    };
    const one = await take(first.id, all.meera);
    const taken = await answered(all.meera, 'acceptOffer', one);
    const two = await take(second.id, all.meera);
    expect(codesOf(await answer(all.meera, 'acceptOffer', two))).toEqual(['LOAD_CAP']);

    await answered(all.hana, 'completeEngagement', { responseId: one.responseId, version: taken.version });
    expect((await answered(all.meera, 'acceptOffer', two)).state).toBe('ENGAGED');

    for (const title of ['A fourth', 'A fifth']) {
      const more = await take((await openRequest(all.hana, health, { title })).id, all.kofi);
      expect((await answered(all.kofi, 'acceptOffer', more)).state).toBe('ENGAGED');
    }
  });
});
