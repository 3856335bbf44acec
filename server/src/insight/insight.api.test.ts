import { describe, expect, test } from 'vitest';
import type { Nested } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { statementsOf } from '../../test/hub.ts';
import { act, openRequest, openRequestOf } from '../../test/requests.ts';
import { answered, assessed, listOf, sayYes } from '../../test/responses.ts';
import { sql } from '../platform/sql.ts';
import { figures, run, experts } from '../../test/figures.ts';

const countsOf = (stages: Nested | undefined) =>
  listOf(stages).map(({ step, asked, unasked }) => `${step} ${asked} ${unasked}`);

describe('the figures', { timeout: 90_000 }, () => {
  test('of coverage set what open requests need against who could be asked, the widest gap first', async () => {
    const all = await cast();
    await experts(all);
    const french = [{ importance: 'ESSENTIAL', kind: 'EXPERTISE', value: 'Burns nursing', level: 'WORKING' }];
    const { health } = await openRequestOf(all, { peopleNeeded: 3, strandIds: [all.strand.id] });
    await openRequest(all.hana, health, { peopleNeeded: 2, criteria: french });
    await act(all.hana, 'draftRequest', { programmeId: health.id, title: 'A draft', timeZone: 'UTC' });

    const { coverage, isWhole } = await figures(all.ada);
    expect(isWhole).toBe(true);
    expect(coverage).toEqual([
      {
        expertise: 'Burns nursing',
        asked: 2,
        available: 0,
        isShort: true,
        demand: [{ strand: null, people: 2 }],
      },
      {
        expertise: 'Oxygen systems',
        asked: 3,
        available: 7,
        isShort: false,
        demand: [{ strand: 'Technical collaboration', people: 3 }],
      },
    ]);
  });

  test('of the funnel follow those asked, and beside them those who came unasked', async () => {
    const all = await cast();
    const [first, second] = await experts(all);
    const { request: posted } = await openRequestOf(all);
    if (!first || !second) throw new Error('Nobody to invite.');
    await act(all.hana, 'inviteExperts', {
      requestId: posted.id,
      personIds: [first.id, second.id, all.meera.id],
    });
    await answered(first, 'seeInvitation', { requestId: posted.id });
    const found = await assessed(all.hana, posted.id, [all.meera, all.kofi]);
    const hers = found.get(all.meera.id);
    const shortlisted = await answered(all.hana, 'shortlist', {
      responseId: hers?.id,
      version: hers?.version,
    });
    const terms = { hours: 6, deliverables: 'A checklist.' };
    await answered(all.hana, 'offerWork', { responseId: hers?.id, version: shortlisted.version, ...terms });

    expect(countsOf((await figures(all.ada)).funnel)).toEqual([
      'SUGGESTED 7 0',
      'INVITED 3 0',
      'VIEWED 2 0',
      'RESPONDED 1 1',
      'SELECTED 1 0',
      'COMPLETED 0 0',
    ]);
    expect(countsOf((await figures(all.hana)).funnel)).toEqual([
      'SUGGESTED 7 0',
      'INVITED null 0',
      'VIEWED null 0',
      'RESPONDED null null',
      'SELECTED null 0',
      'COMPLETED 0 0',
    ]);
  });

  test('of waiting count days to the first yes, with the median, and those still without one', async () => {
    const all = await cast();
    const { request: one, health } = await openRequestOf(all);
    const two = await openRequest(all.hana, health, { title: 'A second' });
    const three = await openRequest(all.hana, health, { title: 'A third' });
    for (const { id } of [one, two, three]) await sayYes(all.meera, id);
    await openRequest(all.hana, health, { title: 'A fourth' });
    const days = async (id: string, count: number) =>
      run(
        sql`update request set opened_at = (select submitted_at from response where request_id = ${id}) - ${count} * interval '1 day' where id = ${id}`,
      );
    await days(one.id, 0.5);
    await days(two.id, 2.5);
    await days(three.id, 20);

    const { waiting } = await figures(all.hana);
    expect(waiting).toMatchObject({ medianDays: 2.5, requests: 4, without: 1 });
    expect(listOf(waiting?.spans).map(({ fromDay, requests }) => `${fromDay}: ${requests}`)).toEqual([
      '0: 1',
      '1: 0',
      '2: 1',
      '3: 0',
      '5: 0',
      '8: 0',
      '15: 1',
    ]);
  });

  test('take one statement each', async () => {
    const all = await cast();
    for (const part of [
      'funnel { asked }',
      'waiting { requests }',
      'load { experts }',
      'coverage { asked }',
    ]) {
      const asked = await statementsOf(() => figures(all.ada, `query { insight { ${part} } }`));
      expect(asked).toHaveLength(1);
    }
  });
});
