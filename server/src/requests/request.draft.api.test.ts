import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { act, dayFromNow, openRequest, openRequestOf, programmes, wordsOf } from '../../test/requests.ts';
import { read } from '../../test/request-reading.ts';

describe('a draft of a request', () => {
  test('can be drafted only in one’s own programme, or where members may raise them', async () => {
    const all = await cast();
    const { health, community } = await programmes(all);
    const { programmes: listed } = await as(all.tendo).run(
      '{ programmes { slug viewerCan { postRequest } } }',
    );
    expect(listed).toEqual([
      { slug: 'community-raised-requests', viewerCan: { postRequest: true } },
      { slug: 'ethical-mobility-and-arrival', viewerCan: { postRequest: false } },
      { slug: 'health-systems-partnerships', viewerCan: { postRequest: false } },
    ]);
    for (const other of [all.tendo, all.joss, all.ada]) {
      const { problems } = await act(other, 'draftRequest', wordsOf(health));
      expect(problems).toMatchObject([{ code: 'NOT_ALLOWED', field: 'programmeId' }]);
    }
    const { problems } = await act(all.hana, 'draftRequest', wordsOf({ id: randomUUID() }));
    expect(problems).toMatchObject([{ code: 'NOT_VALID', field: 'programmeId' }]);
    expect((await act(all.joss, 'draftRequest', wordsOf(community))).request).toMatchObject({
      state: 'DRAFT',
    });
  });

  test('sent twice with one id is drafted once', async () => {
    const all = await cast();
    const { health } = await programmes(all);
    const input = { ...wordsOf(health), clientMutationId: randomUUID() };

    const [one, two] = await Promise.all([
      act(all.hana, 'draftRequest', input),
      act(all.hana, 'draftRequest', input),
    ]);

    expect(one.request?.id).toBe(two.request?.id);
    const { requests } = await as(all.hana).run('{ requests(filter: MINE) { edges { node { id } } } }');
    expect(requests?.edges).toHaveLength(1);
  });

  test('gives its dates back as they were written, in its own zone', async () => {
    const all = await cast();
    const words = { timeZone: 'Pacific/Auckland', closesTime: '09:30', neededBy: null };
    const { request } = await openRequestOf(all, words);

    const seen = await read(all.pemba, request.id);

    expect(seen).toMatchObject({
      closesOn: dayFromNow(20),
      closesTime: '09:30',
      questionsCloseOn: dayFromNow(14),
    });
    expect(seen?.closesAt).toContain(dayFromNow(19));
  });

  test('may change programme as a draft, and neither programme nor criteria once published', async () => {
    const all = await cast();
    const { health, community, request } = await openRequestOf(all);
    const edit = (words: Record<string, unknown>, version = request.version) =>
      act(all.hana, 'editRequest', { requestId: request.id, version, ...wordsOf(health, words) });

    expect((await edit({ title: 'Keep them running' })).request).toMatchObject({ version: 4 });
    expect((await edit({ title: 'And again' })).problems).toMatchObject([
      { code: 'STALE', field: 'version' },
    ]);
    expect((await edit({ criteria: [], problem: '' }, 4)).problems).toMatchObject([
      { code: 'BLANK', field: 'problem' },
      { code: 'WRONG_STATE', field: 'criteria' },
    ]);
    expect((await edit({ programmeId: community.id }, 4)).problems).toMatchObject([
      { code: 'WRONG_STATE', field: 'programmeId' },
    ]);
    const draft = await act(all.tendo, 'draftRequest', wordsOf(community));
    const moved = await act(all.tendo, 'editRequest', {
      requestId: draft.request?.id,
      version: 1,
      ...wordsOf(health),
    });
    expect(moved.problems).toMatchObject([{ code: 'NOT_ALLOWED', field: 'programmeId' }]);
    expect(await openRequest(all.ada, community)).toMatchObject({ version: 3 });
  });
});
