import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { asExpert } from '../../test/experts.ts';
import { hub } from '../../test/hub.ts';
import { MATCHES } from '../../test/matches.ts';
import { act, dayFromNow, openRequest, openRequestOf } from '../../test/requests.ts';
import { answer, answered, codesOf, listOf, NO_INTERESTS, request } from '../../test/responses.ts';
import type { Person } from '../people/person.ts';
import { judgedPairs } from './judged.queries.ts';

const restOf = async (person: Person) => {
  const { viewer } = await as(person).run('query { viewer { profile { pausedUntil version } } }');
  return viewer?.profile;
};
const no = (requestId: string, words: object = {}) => ({
  requestId,
  answer: 'NO',
  declineReason: 'TIME',
  ...words,
});

describe('declining', { timeout: 90_000 }, () => {
  test('for want of time, with a day agreed to, keeps every other request away until then', async () => {
    const all = await cast();
    await asExpert(all.meera);
    const { request: posted, health } = await openRequestOf(all);
    const before = await restOf(all.meera);
    await answered(all.meera, 'respond', no(posted.id, { notBefore: dayFromNow(30) }));

    expect(await restOf(all.meera)).toEqual({
      pausedUntil: dayFromNow(30),
      version: Number(before?.version) + 1,
    });
    const other = await openRequest(all.hana, health);
    const seen = await request(all.hana, other.id, `whyNotHere(personId: "${all.meera.id}")`);
    expect(listOf(seen.whyNotHere)[0]).toMatch(/^Is pausing until /);
  });

  test('without a day leaves the profile as it is, and a longer rest too', async () => {
    const all = await cast();
    await asExpert(all.meera, { pausedUntil: dayFromNow(60) });
    await asExpert(all.kofi);
    const { request: posted } = await openRequestOf(all);

    await answered(all.kofi, 'respond', no(posted.id));
    expect(await restOf(all.kofi)).toMatchObject({ pausedUntil: null });
    const was = await restOf(all.meera);
    await answered(all.meera, 'respond', no(posted.id, { notBefore: dayFromNow(30) }));
    expect(await restOf(all.meera)).toEqual(was);
  });

  test('until a day that has passed is refused, and nothing is said', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all);
    const refused = await answer(all.meera, 'respond', no(posted.id, { notBefore: dayFromNow(-3) }));
    expect(codesOf(refused)).toEqual(['notBefore IN_THE_PAST']);
    expect((await request(all.meera, posted.id, 'myResponse { id }')).myResponse).toBeNull();
  });

  test('because it is not their field is kept as a judgement until they think it over, and lowers nothing', async () => {
    const all = await cast();
    await asExpert(all.meera);
    await asExpert(all.kofi);
    const { request: posted } = await openRequestOf(all);
    await act(all.hana, 'revealMatches', { requestId: posted.id });
    const ranked = async () => (await request(all.hana, posted.id, MATCHES)).matches;
    const judged = async () => judgedPairs((await hub()).orm.em.fork());
    const before = await ranked();

    const wrong = no(posted.id, { declineReason: 'NOT_MY_FIELD' });
    const { version } = await answered(all.meera, 'respond', wrong);
    await answered(all.kofi, 'respond', no(posted.id));
    const pair = { requestId: posted.id, personId: all.meera.id, grade: 0, source: 'DECLINE' };
    expect((await judged()).filter(({ requestId }) => requestId === posted.id)).toEqual([pair]);
    expect(await ranked()).toEqual(before);

    const yes = {
      requestId: posted.id,
      answer: 'YES',
      text: 'After all.',
      declaration: NO_INTERESTS,
      version,
    };
    await answered(all.meera, 'respond', yes);
    expect((await judged()).filter(({ requestId }) => requestId === posted.id)).toEqual([]);
  });
});
