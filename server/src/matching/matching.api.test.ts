import { describe, expect, test } from 'vitest';
import { cast, type Cast } from '../../test/cast.ts';
import { asExpert, oxygenExperts } from '../../test/experts.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { act, openRequestOf } from '../../test/requests.ts';
import { answered, codesOf, listOf, nodesOf, request, sayYes } from '../../test/responses.ts';
import { as } from '../../test/as.ts';
import { Person } from '../people/person.ts';
import { rows, sql } from '../platform/sql.ts';

const MATCHES = `matches(first: 50) { considered remaining fell { gate count says } matches { rank score expert { displayName }
  components { contribution } invitation { id invitedBy { displayName } } openInvitations } }`;

async function posted(all: Cast) {
  await oxygenExperts(all);
  const { request: open } = await openRequestOf(all);
  return open.id;
}

describe('the matches of a request', { timeout: 90_000 }, () => {
  test('are ranked for its staff alone, each score the sum of its parts', async () => {
    const all = await cast();
    const id = await posted(all);

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

  test('are told to the expert as their own reasons and gaps, or as the gates they do not pass', async () => {
    const all = await cast();
    const id = await posted(all);

    const mine = await request(all.kofi, id, 'myMatch { rank band reasons { says } gaps { says } } myGates');
    expect(mine).toMatchObject({
      myMatch: { rank: null, gaps: expect.arrayContaining([expect.anything()]) },
      myGates: [],
    });
    expect(await request(all.pemba, id, 'myMatch { score } myGates')).toMatchObject({
      myMatch: null,
      myGates: expect.arrayContaining(['Is not open to being matched.']),
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

    const em = (await hub()).orm.em.fork();
    const crowd = Array.from(
      { length: 20 },
      (_, n) => new Person(`Extra ${n}`, `extra-${n}@example.org`, `extra-${n}`),
    );
    for (const person of crowd) person.verifiedAt = new Date();
    em.persist(crowd);
    await em.flush();
    for (const person of crowd) await asExpert(person);
    const ids = crowd.slice(0, 10).map(({ id }) => id);
    const invited = await act(all.hana, 'inviteExperts', { requestId: open.id, personIds: ids });
    expect(invited.problems).toBeUndefined();
    const twenty = await statementsOf(look);

    expect(listOf((await look()).matches?.matches)).toHaveLength(21);
    expect(twenty.length).toBe(one.length);
  });
});

describe('inviting', { timeout: 90_000 }, () => {
  test('asks people once, keeps how they stood, and lowers nobody else', async () => {
    const all = await cast();
    const id = await posted(all);
    const invite = (personIds: string[], words = {}) =>
      act(all.hana, 'inviteExperts', { requestId: id, personIds, ...words });

    expect((await invite([all.meera.id, all.kofi.id], { message: 'Can you?' })).problems).toBeUndefined();
    const { matches } = await request(all.hana, id, MATCHES);
    expect(listOf(matches?.matches)[0]).toMatchObject({
      invitation: { invitedBy: { displayName: 'Hana Weatherby' } },
      openInvitations: 1,
    });
    expect(codesOf(await invite([all.meera.id]))).toEqual(['personIds ALREADY_DONE']);
    const before = await request(all.kofi, id, 'myResponse { invitation { band score reasons { says } } }');
    const em = (await hub()).orm.em.fork();
    await rows(em, sql`delete from expertise`);
    expect(await request(all.kofi, id, 'myResponse { invitation { band score reasons { says } } }')).toEqual(
      before,
    );
    const runs = await rows<{ considered: number; shown: { rank: number }[] }>(
      em,
      sql`select considered, shown from match_run`,
    );
    expect(runs).toMatchObject([{ considered: 3, shown: [{ rank: 1 }, { rank: 2 }, { rank: 3 }] }]);
  });

  test('is refused, each for its reason', async () => {
    const all = await cast();
    const id = await posted(all);
    const invite = (personIds: string[], words = {}) =>
      act(all.hana, 'inviteExperts', { requestId: id, personIds, ...words });

    expect(codesOf(await invite([]))).toEqual(['personIds BLANK']);
    expect(codesOf(await invite(Array.from({ length: 21 }, () => crypto.randomUUID())))).toEqual([
      'personIds TOO_MANY',
    ]);
    expect(codesOf(await invite(['nonsense']))).toEqual(['personIds NOT_VALID']);
    expect(codesOf(await invite([all.hana.id]))).toEqual(['personIds SELF']);
    expect(codesOf(await invite([all.tendo.id]))).toEqual(['personIds NOT_ALLOWED']);
    const stranger = await act(all.joss, 'inviteExperts', { requestId: id, personIds: [all.kofi.id] });
    expect(codesOf(stranger)).toEqual(['NOT_ALLOWED']);
    await sayYes(all.kofi, id);
    expect(codesOf(await invite([all.kofi.id]))).toEqual(['personIds ALREADY_DONE']);
  });

  test('past a gate needs a reason, which is kept; past a declared interest there is no reason', async () => {
    const all = await cast();
    await asExpert(all.meera, { pausedUntil: '2099-01-01' });
    await asExpert(all.kofi);
    const { request: open } = await openRequestOf(all);
    const em = (await hub()).orm.em.fork();
    await rows(
      em,
      sql`insert into exclusion (request_id, person_id, why) values (${open.id}, ${all.kofi.id}, 'shares in the maker.')`,
    );
    const invite = (personId: string, words = {}) =>
      act(all.hana, 'inviteExperts', { requestId: open.id, personIds: [personId], ...words });

    expect(codesOf(await invite(all.meera.id))).toEqual(['overrideReason NOT_VALID']);
    expect(
      (await invite(all.meera.id, { overrideReason: 'She offered by telephone.' })).problems,
    ).toBeUndefined();
    expect(codesOf(await invite(all.kofi.id, { overrideReason: 'All the same.' }))).toEqual([
      'personIds CONFLICT_OF_INTEREST',
    ]);
    const kept = await rows(em, sql`select override_reason from invitation`);
    expect(kept).toEqual([{ override_reason: 'She offered by telephone.' }]);
    const seen = await answered(all.meera, 'seeInvitation', { requestId: open.id });
    expect(seen).toMatchObject({ state: 'SEEN', invitation: { message: '' } });
  });
});
