import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { act, openRequestOf } from '../../test/requests.ts';
import {
  answer,
  answered,
  assessed,
  codesOf,
  inboxOf,
  listOf,
  moved,
  NO_INTERESTS,
  nodesOf,
  request,
  sayYes,
} from '../../test/responses.ts';
import { Person } from '../people/person.ts';
import { Programme, ProgrammeStaff } from '../requests/programme.ts';

const INTERESTS = { ...NO_INTERESTS, hasInterests: true, interests: 'I hold shares in the maker.' };

const WRITTEN = `responses { edges { node { id version answer text criteria { evidence } availabilityNote
  declaration { hasInterests interests } } } } responseCounts { state count }`;

describe('choosing', { timeout: 90_000 }, () => {
  test('begins when responses close: until then staff see who answered, but no words', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all);
    const { criteria } = await request(all.meera, posted.id, 'criteria { id }');
    const evidence = [{ criterionId: listOf(criteria)[0]?.id, evidence: 'Nine plants.' }];
    const words = { criteria: evidence, availabilityNote: 'Fridays.', declaration: INTERESTS };
    const { id, version } = await sayYes(all.meera, posted.id, words);

    const before = await request(all.hana, posted.id, WRITTEN);
    expect(nodesOf(before.responses)).toMatchObject([
      { answer: 'YES', text: null, criteria: [], availabilityNote: null, declaration: { interests: null } },
    ]);
    expect(before.responseCounts).toEqual([{ state: 'SUBMITTED', count: 1 }]);
    const early = await answer(all.hana, 'shortlist', { responseId: id, version });
    expect(codesOf(early)).toEqual(['WRONG_STATE']);

    await moved(all.hana, 'pauseRequest', posted.id, { reason: 'The host asked for a week.' });
    expect(nodesOf((await request(all.hana, posted.id, WRITTEN)).responses)).toMatchObject([{ text: null }]);
    await moved(all.hana, 'resumeRequest', posted.id);
    await moved(all.hana, 'closeResponses', posted.id);
    await moved(all.hana, 'pauseRequest', posted.id, { reason: 'The host asked for another.' });
    expect(nodesOf((await request(all.hana, posted.id, WRITTEN)).responses)).toMatchObject([
      {
        criteria: [{ evidence: 'Nine plants.' }],
        availabilityNote: 'Fridays.',
        declaration: { interests: 'I hold shares in the maker.' },
      },
    ]);
  });

  test('looks at what was declared first, and never offers work to whom it excludes', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all);
    await sayYes(all.meera, posted.id, { declaration: INTERESTS });
    const found = await assessed(all.hana, posted.id, [all.kofi]);
    const responseId = found.get(all.meera.id)?.id;
    const { version } = await answered(all.hana, 'shortlist', {
      responseId,
      version: found.get(all.meera.id)?.version,
    });
    const offer = { responseId, hours: 6, deliverables: 'A checklist.' };

    expect(codesOf(await answer(all.hana, 'offerWork', { ...offer, version }))).toEqual([
      'CONFLICT_OF_INTEREST',
    ]);
    const mine = await answer(all.meera, 'assessDeclaration', { responseId, assessment: 'NONE', version });
    expect(codesOf(mine)).toEqual(['SELF']);
    const excluded = { responseId, assessment: 'EXCLUDE', note: 'shares in the maker.', version };
    const ruledOut = await answered(all.hana, 'assessDeclaration', excluded);
    expect(ruledOut.declaration).toMatchObject({
      assessment: 'EXCLUDE',
      assessedBy: { displayName: 'Hana Weatherby' },
    });
    expect(ruledOut.viewerCan).toMatchObject({ offer: false, notSelect: true });
    const again = { ...offer, version: ruledOut.version };
    expect(codesOf(await answer(all.hana, 'offerWork', again))).toEqual(['CONFLICT_OF_INTEREST']);

    const managed = {
      responseId,
      assessment: 'MANAGE',
      note: 'Declared to the host.',
      version: ruledOut.version,
    };
    const known = await answered(all.hana, 'assessDeclaration', managed);
    expect((await answered(all.hana, 'offerWork', { ...offer, version: known.version })).state).toBe(
      'OFFERED',
    );
  });

  test('is closed to staff who declared a conflict: for them there are no responses', async () => {
    const all = await cast();
    const { request: posted, health } = await openRequestOf(all);
    const em = (await hub()).orm.em.fork();
    em.persist(
      new ProgrammeStaff(em.getReference(Programme, health.id), em.getReference(Person, all.joss.id)),
    );
    await em.flush();
    const { id: responseId, version } = await sayYes(all.meera, posted.id);
    const counts =
      'responseCounts { count } responses { edges { node { id } } } matches { considered } viewerCan { decide seeMatches }';
    expect(await request(all.joss, posted.id, counts)).toMatchObject({ responseCounts: [{ count: 1 }] });

    const declared = await act(all.joss, 'declareConflict', {
      requestId: posted.id,
      conflicted: true,
      note: 'My sister.',
    });
    expect(declared.problems).toBeUndefined();

    expect(await request(all.joss, posted.id, counts)).toEqual({
      responseCounts: [],
      responses: { edges: [] },
      matches: { considered: 0 },
      viewerCan: { decide: false, seeMatches: false },
    });
    await expect(answer(all.joss, 'shortlist', { responseId, version })).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    });
    const { feedSince } = await as(all.joss).run(
      `query ($stream: String!) { feedSince(cursors: [{ stream: $stream, epoch: 1, seq: 0 }]) { __typename } }`,
      { stream: `request:${posted.id}:staff` },
    );
    expect(feedSince).toEqual([{ __typename: 'AccessChanged' }, { __typename: 'CaughtUp' }]);
    await act(all.joss, 'declareConflict', { requestId: posted.id, conflicted: false });
    expect(await request(all.joss, posted.id, counts)).toMatchObject({ responseCounts: [{ count: 1 }] });
    const outsider = await act(all.meera, 'declareConflict', { requestId: posted.id, conflicted: true });
    expect(codesOf(outsider)).toEqual(['NOT_ALLOWED']);
  });

  test('tells whoever is not selected, and needs a word for them', async () => {
    const all = await cast();
    const { request: posted } = await openRequestOf(all);
    const found = await assessed(all.hana, posted.id, [all.meera]);
    const response = { responseId: found.get(all.meera.id)?.id, version: found.get(all.meera.id)?.version };

    expect(codesOf(await answer(all.hana, 'notSelect', { ...response, feedback: ' ' }))).toEqual([
      'feedback BLANK',
    ]);
    const stale = { ...response, version: 1, feedback: 'Another time.' };
    expect(codesOf(await answer(all.hana, 'notSelect', stale))).toEqual(['version STALE']);
    await answered(all.hana, 'notSelect', { ...response, feedback: 'We need somebody on site.' });
    const { myResponse } = await request(all.meera, posted.id, 'myResponse { state feedback }');
    expect(myResponse).toEqual({ state: 'NOT_SELECTED', feedback: 'We need somebody on site.' });
    expect(await inboxOf(all.meera)).toEqual([
      'RESPONSE_SETTLED: You were not chosen for “Keep two oxygen plants running” this time. Read the feedback.',
    ]);
  });
});
