import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { act, dayFromNow, openRequest, openRequestOf, programmes, wordsOf } from '../../test/requests.ts';
import { Request } from './request.ts';

const LIST = `query ($filter: RequestFilter!, $first: Int!, $after: String, $strandId: ID, $programmeId: ID) {
  requests(filter: $filter, first: $first, after: $after, strandId: $strandId, programmeId: $programmeId) {
    pageInfo { hasNextPage endCursor } edges { node { id number title summary state closesAt programme { name }
      owner { displayName } strands { name } criteria { says } viewerCan { respond } cursor { seq } } } } }`;

type Listed = {
  edges: { node: { id: string; title: string } }[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
};
async function list(person: Parameters<typeof as>[0], filter: string, more: Record<string, unknown> = {}) {
  const data = await as(person).run(LIST, { filter, first: 20, ...more });
  return data.requests as unknown as Listed;
}
const titles = ({ edges }: Listed) => edges.map(({ node }) => node.title);

describe('the list of requests', () => {
  test('shows each person what they may know of, by filter', async () => {
    const all = await cast();
    const { health, mobility, community } = await programmes(all);
    await openRequest(all.hana, health, {
      title: 'Later',
      closesOn: dayFromNow(30),
      strandIds: [all.strand.id],
    });
    await openRequest(all.hana, health, { title: 'Sooner' });
    await openRequest(all.joss, mobility, {
      title: 'Verified',
      sensitivity: 'VERIFIED',
      closesOn: dayFromNow(35),
      strandIds: [all.strand.id],
    });
    const past = await openRequest(all.hana, health, { title: 'Past' });
    await act(all.hana, 'closeResponses', { requestId: past.id, version: 3 });
    const late = await openRequest(all.hana, health, { title: 'Date passed' });
    const { orm } = await hub();
    await orm.em.fork().nativeUpdate(Request, { id: late.id }, { closesAt: new Date(Date.now() - 1_000) });
    await act(all.tendo, 'draftRequest', wordsOf(community, { title: 'Tendo’s draft' }));

    expect(titles(await list(null, 'OPEN'))).toEqual(['Sooner', 'Later']);
    expect(titles(await list(all.tendo, 'OPEN'))).toEqual(['Sooner', 'Later', 'Verified']);
    expect(titles(await list(all.tendo, 'PAST'))).toEqual(['Date passed', 'Past']);
    expect(titles(await list(all.tendo, 'MINE'))).toEqual(['Tendo’s draft']);
    expect(titles(await list(all.ada, 'MINE'))).toEqual(['Tendo’s draft']);
    expect(titles(await list(all.joss, 'MINE'))).toEqual(['Verified']);
    expect(titles(await list(null, 'MINE'))).toEqual([]);
    expect(titles(await list(null, 'FOR_ME'))).toEqual([]);
    expect(titles(await list(all.tendo, 'FOR_ME'))).toEqual([]);
    expect(titles(await list(all.tendo, 'OPEN', { programmeId: mobility.id }))).toEqual(['Verified']);
    expect(titles(await list(all.tendo, 'OPEN', { strandId: all.strand.id }))).toEqual(['Later']);
    expect(titles(await list(all.meera, 'OPEN', { strandId: all.strand.id }))).toEqual(['Later', 'Verified']);
    expect(titles(await list(all.meera, 'OPEN', { strandId: 'nonsense' }))).toEqual([]);
  });

  test('goes on page by page, without gaps or repeats, also where dates are equal', async () => {
    const all = await cast();
    const { health } = await openRequestOf(all, { title: 'Number 0' });
    for (const n of [1, 2, 3, 4]) await openRequest(all.hana, health, { title: `Number ${n}` });

    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Listed = await list(all.meera, 'OPEN', { first: 2, after });
      seen.push(...titles(page));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }

    expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4].map((n) => `Number ${n}`));
    await expect(list(all.meera, 'OPEN', { after: 'forged' })).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test('takes as many statements for twenty requests as for one', async () => {
    const all = await cast();
    const { health } = await openRequestOf(all, { strandIds: [all.strand.id] });
    const one = await statementsOf(() => list(all.meera, 'OPEN'));
    const { orm } = await hub();
    const em = orm.em.fork();
    const [first] = await em.find(Request, {});
    if (!first) throw new Error('There is no request.');
    const twenty = Array.from({ length: 19 }, (_, n) => {
      const request = new Request(
        em.getReference(health.constructor as never, health.id as never),
        all.hana,
        `More ${n}`,
        'UTC',
      );
      const { state, openedAt, closesAt, problem, summary } = first;
      return Object.assign(request, { state, openedAt, closesAt, problem, summary });
    });
    await em.persist(twenty).flush();

    const many = await statementsOf(async () =>
      expect((await list(all.meera, 'OPEN')).edges).toHaveLength(20),
    );

    expect(many).toHaveLength(one.length);
    expect(one.length).toBeLessThanOrEqual(3);
  });
});
