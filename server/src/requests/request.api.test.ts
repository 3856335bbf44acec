import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { cast } from '../../test/cast.ts';
import { act, dayFromNow, openRequestOf, programmes, wordsOf } from '../../test/requests.ts';
import { read } from '../../test/request-reading.ts';

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
});
