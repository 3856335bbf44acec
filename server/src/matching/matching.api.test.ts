import { describe, expect, test } from 'vitest';
import { cast } from '../../test/cast.ts';
import { asExpert, oxygenExperts, morePeople } from '../../test/experts.ts';
import { statementsOf } from '../../test/hub.ts';
import { act, openRequestOf, programmes, wordsOf } from '../../test/requests.ts';
import { listOf, nodesOf, request } from '../../test/responses.ts';
import { as } from '../../test/as.ts';
import { MATCHES, posted } from '../../test/matches.ts';

describe('the matches of a request', { timeout: 90_000 }, () => {
  test('are ranked for its staff alone, each score the sum of its parts', async () => {
    const all = await cast();
    const id = await posted(all);
    await act(all.hana, 'revealMatches', { requestId: id });

    const { matches } = await request(all.hana, id, MATCHES);
    const found = listOf(matches?.matches);
    expect(found[0]?.expert).toEqual({ displayName: 'Meera Vallathur' });
    expect(found.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    for (const { score, components } of found) {
      const sum = listOf(components).reduce((total, { contribution }) => total + Number(contribution), 0);
      expect(sum).toBeCloseTo(Number(score), 9);
    }
    for (const person of [all.meera, all.joss, all.ada]) {
      const seen = await request(
        person,
        id,
        `${MATCHES} coverage { people } whyNotHere(personId: "${all.kofi.id}")`,
      );
      expect(seen).toEqual({
        matches: { considered: 0, remaining: 0, fell: [], matches: [] },
        coverage: [],
        whyNotHere: [],
      });
    }
  });

  test('say where the others fell, how rare a criterion is, and why somebody is missing', async () => {
    const all = await cast();
    await asExpert(all.meera);
    await asExpert(all.kofi, { openToMatching: false });
    const { request: open } = await openRequestOf(all);

    const fields = `${MATCHES} coverage { people criterion { kind } } whyNotHere(personId: "${all.kofi.id}")`;
    const seen = await request(all.hana, open.id, fields);
    expect(seen.matches).toMatchObject({
      considered: 2,
      remaining: 1,
      fell: [{ gate: 'OPEN_TO_MATCHING', count: 1 }],
    });
    expect(seen.coverage).toEqual([
      { people: 1, criterion: { kind: 'EXPERTISE' } },
      { people: 0, criterion: { kind: 'COUNTRY' } },
    ]);
    expect(listOf(seen.whyNotHere)[0]).toBe('Is not open to being matched.');
  });

  test('are counted for the staff who write it, already while it is a draft', async () => {
    const all = await cast();
    await oxygenExperts(all);
    const { health, community } = await programmes(all);
    const { request: draft } = await act(all.hana, 'draftRequest', wordsOf(health));
    const id = String(draft?.id);
    const preview = 'matchPreview { considered remaining fell { gate count } }';

    expect(await request(all.hana, id, preview)).toEqual({
      matchPreview: { considered: 3, remaining: 3, fell: [] },
    });
    const criteria = [{ importance: 'ESSENTIAL', kind: 'COUNTRY', value: 'SL' }];
    await act(all.hana, 'editRequestPart', { requestId: id, version: 1, criteria });
    expect(await request(all.hana, id, preview)).toEqual({
      matchPreview: { considered: 3, remaining: 1, fell: [{ gate: 'ESSENTIAL', count: 2 }] },
    });

    const { request: raised } = await act(all.tendo, 'draftRequest', wordsOf(community));
    expect(await request(all.tendo, String(raised?.id), preview)).toEqual({ matchPreview: null });
  });

  test('are told to the expert as their own reasons and gaps, or as the gates they do not pass', async () => {
    const all = await cast();
    const id = await posted(all);

    const fields = 'myMatch { rank band reasons { says } gaps { says part } } myGates';
    const mine = await request(all.kofi, id, fields);
    expect(mine).toMatchObject({
      myMatch: {
        rank: null,
        reasons: expect.arrayContaining([{ says: 'You offer to advise and review.' }]),
        gaps: expect.arrayContaining([
          { says: 'You list no experience of Sierra Leone.', part: 'COUNTRIES' },
        ]),
      },
      myGates: [],
    });
    expect(await request(all.pemba, id, 'myMatch { score } myGates')).toMatchObject({
      myMatch: null,
      myGates: expect.arrayContaining(['You are not open to being matched.']),
    });
    expect(await request(null, id, 'myMatch { score } myGates')).toEqual({ myMatch: null, myGates: [] });
    const { requests } = await as(all.kofi).run(
      'query { requests(filter: FOR_ME) { edges { node { id } } } }',
    );
    expect(nodesOf(requests)).toEqual([{ id }]);
    const none = await as(all.tendo).run('query { requests(filter: FOR_ME) { edges { node { id } } } }');
    expect(nodesOf(none.requests)).toEqual([]);
  });

  test('take as many statements for twenty people as for one', async () => {
    const all = await cast();
    await asExpert(all.meera);
    const { request: open } = await openRequestOf(all);
    const look = () => request(all.hana, open.id, MATCHES);
    await act(all.hana, 'inviteExperts', { requestId: open.id, personIds: [all.meera.id] });
    await look();
    const one = await statementsOf(look);

    const crowd = await morePeople(20);
    for (const person of crowd) await asExpert(person);
    const ids = crowd.slice(0, 10).map(({ id }) => id);
    const invited = await act(all.hana, 'inviteExperts', { requestId: open.id, personIds: ids });
    expect(invited.problems).toBeUndefined();
    const twenty = await statementsOf(look);

    expect(listOf((await look()).matches?.matches)).toHaveLength(21);
    expect(twenty.length).toBe(one.length);
  });
});
