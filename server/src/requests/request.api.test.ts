import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { act, dayFromNow, openRequest, openRequestOf, programmes, wordsOf } from '../../test/requests.ts';

const READ = `query ($id: ID!) { request(id: $id) { title summary state stateReason problem desiredOutcome sensitivity version
  programme { name viewerCan { postRequest } } owner { displayName isVerified } strands { slug } contributionTypes
  effortHours closesAt questionsCloseAt neededBy openedAt closesOn closesTime questionsCloseOn criteria { importance kind value level says }
  questions { body askedBy { displayName } } moves { from to reason by { displayName } }
  cursor { stream seq } staffCursor { stream seq }
  viewerCan { edit submit publish pause respond ask answer seeMatches cancel reopen } } }`;

const read = async (person: Parameters<typeof as>[0], id: string) =>
  (await as(person).run(READ, { id })).request;
const notFound = { extensions: { code: 'NOT_FOUND' } };

describe('a request', () => {
  test('goes from draft to open, and says so to everyone as far as they may know', async () => {
    const all = await cast();
    const { request } = await openRequestOf(all, { strandIds: [all.strand.id] });

    const seen = await read(all.hana, request.id);

    expect(seen).toMatchObject({
      state: 'OPEN',
      version: 3,
      owner: { displayName: 'Hana Weatherby' },
      strands: [{ slug: 'technical-collaboration' }],
      closesAt: `${dayFromNow(20)}T17:00:00Z`,
      questionsCloseAt: `${dayFromNow(14)}T17:00:00Z`,
      neededBy: dayFromNow(40),
      closesOn: dayFromNow(20),
      closesTime: '17:00',
      questionsCloseOn: dayFromNow(14),
      criteria: [
        { kind: 'EXPERTISE', level: 'WORKING', says: 'Knows Oxygen systems, at working level or above.' },
        { kind: 'COUNTRY', level: null, says: 'Has worked in Sierra Leone.' },
      ],
      moves: [
        { from: 'DRAFT', to: 'SUBMITTED', by: { displayName: 'Hana Weatherby' } },
        { from: 'SUBMITTED', to: 'OPEN', by: { displayName: 'Hana Weatherby' } },
      ],
      viewerCan: {
        edit: true,
        submit: false,
        publish: false,
        pause: true,
        respond: false,
        ask: false,
        seeMatches: true,
      },
      staffCursor: { stream: `request:${request.id}:staff`, seq: 3 },
      cursor: { stream: `request:${request.id}`, seq: 1 },
    });
  });

  test('is nobody else’s business until it is published', async () => {
    const all = await cast();
    const { community } = await programmes(all);
    const { request } = await act(all.tendo, 'draftRequest', wordsOf(community));
    const id = String(request?.id);

    expect(await read(all.tendo, id)).toMatchObject({
      state: 'DRAFT',
      viewerCan: { edit: true, submit: true },
    });
    expect(await read(all.ada, id)).toMatchObject({ owner: { displayName: 'Tendo Balikuza' } });
    for (const other of [all.meera, all.hana, all.pemba, null])
      await expect(read(other, id)).rejects.toMatchObject(notFound);
    await act(all.tendo, 'submitRequest', { requestId: id, version: 1 });
    await expect(read(all.kofi, id)).rejects.toMatchObject(notFound);
    await expect(read(all.kofi, randomUUID())).rejects.toMatchObject(notFound);
    await expect(read(all.kofi, 'nonsense')).rejects.toMatchObject(notFound);
  });

  test('shows visitors a summary and members the whole, but not who moved it', async () => {
    const all = await cast();
    const { request } = await openRequestOf(all);

    expect(await read(null, request.id)).toMatchObject({
      title: 'Keep two oxygen plants running',
      summary: expect.stringContaining('Both plants stop'),
      contributionTypes: ['ADVISE', 'REVIEW'],
      effortHours: 6,
      problem: null,
      desiredOutcome: null,
      owner: null,
      criteria: [],
      moves: [],
      cursor: null,
      staffCursor: null,
      viewerCan: { respond: false, ask: false, edit: false },
    });
    expect(await read(all.pemba, request.id)).toMatchObject({
      problem: expect.stringContaining('rainy season'),
      criteria: [{ value: 'Oxygen systems' }, { value: 'SL' }],
      moves: [{ to: 'OPEN', by: null }],
      cursor: { stream: `request:${request.id}` },
      staffCursor: null,
      viewerCan: { respond: false, ask: true, edit: false, seeMatches: false },
    });
    expect(await read(all.meera, request.id)).toMatchObject({ viewerCan: { respond: true, ask: true } });
    expect(await read(all.joss, request.id)).toMatchObject({
      problem: expect.stringContaining('rainy season'),
      staffCursor: null,
      viewerCan: { edit: false, answer: false, seeMatches: false },
    });
  });

  test('for verified experts tells other members its title, programme and dates, and visitors nothing', async () => {
    const all = await cast();
    const { request } = await openRequestOf(all, { sensitivity: 'VERIFIED', strandIds: [all.strand.id] });

    expect(await read(all.tendo, request.id)).toMatchObject({
      title: 'Keep two oxygen plants running',
      programme: { name: 'Health systems partnerships' },
      closesAt: expect.any(String),
      summary: '',
      problem: null,
      effortHours: null,
      contributionTypes: [],
      strands: [],
      criteria: [],
      owner: null,
      cursor: null,
      viewerCan: { ask: false, respond: false },
    });
    expect(await read(all.meera, request.id)).toMatchObject({
      problem: expect.stringContaining('rainy season'),
      strands: [{ slug: 'technical-collaboration' }],
      viewerCan: { respond: true },
    });
    await expect(read(null, request.id)).rejects.toMatchObject(notFound);
  });

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
