import { describe, expect, test } from 'vitest';
import { as, type Nested } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub, statementsOf } from '../../test/hub.ts';
import { act, openRequest, openRequestOf } from '../../test/requests.ts';
import { answered, assessed, listOf, moved, sayYes } from '../../test/responses.ts';
import type { Person } from '../people/person.ts';
import { rows, sql } from '../platform/sql.ts';
import { RequestState } from '../requests/request.states.ts';
import { Need, needsOf, type DeskRow } from './desk.ts';

async function deskOf(person: Person): Promise<Nested[]> {
  const { desk } = await as(person).run(
    'query { desk { id title needs offered declined invited agreed gap openQuestions } }',
  );
  return listOf(desk);
}

const NOW = new Date('2026-11-22T12:00:00Z');
const row = (facts: Partial<DeskRow>): DeskRow =>
  ({
    state: RequestState.OPEN,
    openedAt: '2026-11-21T12:00:00Z',
    closesAt: '2026-12-20T12:00:00Z',
    neededBy: '2027-01-10',
    offered: 0,
    openQuestions: 0,
    hasOutcome: false,
    waiting: 0,
    undeclared: 0,
    ...facts,
  }) as unknown as DeskRow;

describe('the desk', { timeout: 90_000 }, () => {
  test.each([
    ['opened yesterday', {}, []],
    ['quiet for three days', { openedAt: '2026-11-19T12:00:00Z' }, [Need.NO_RESPONSES]],
    ['quiet and soon to close', { closesAt: '2026-11-24T12:00:00Z' }, [Need.NO_RESPONSES]],
    ['answered', { openedAt: '2026-11-01T12:00:00Z', offered: 1 }, []],
    ['asked about', { openQuestions: 2 }, [Need.QUESTIONS]],
    ['submitted', { state: RequestState.SUBMITTED, openedAt: null }, [Need.PUBLISH]],
    ['closed to responses', { state: RequestState.CLOSED_TO_RESPONSES }, [Need.START_ASSESSING]],
    [
      'with an interest to assess',
      { state: RequestState.ASSESSING, waiting: 2, undeclared: 1 },
      [Need.DECLARATIONS, Need.DECISIONS],
    ],
    ['at work', { state: RequestState.IN_PROGRESS }, []],
    ['at work and late', { state: RequestState.IN_PROGRESS, neededBy: '2026-11-21' }, [Need.OUTCOME_OVERDUE]],
    ['delivered', { state: RequestState.DELIVERED }, [Need.OUTCOME_DUE]],
    ['delivered and told', { state: RequestState.DELIVERED, hasOutcome: true }, [Need.CLOSE]],
  ])('a request %s', (_, facts, needs) => {
    expect(needsOf(row(facts as Partial<DeskRow>), NOW)).toEqual(needs);
  });

  test('holds the requests of one’s programmes that have not ended, with who is missing', async () => {
    const all = await cast();
    const { request: one, health } = await openRequestOf(all, { peopleNeeded: 2 });
    const two = await openRequest(all.hana, health, { title: 'Burns', peopleNeeded: 1 });
    const over = await openRequest(all.hana, health, { title: 'Over' });
    await sayYes(all.meera, one.id);
    await answered(all.kofi, 'respond', { requestId: one.id, answer: 'NO' });
    await assessed(all.hana, two.id, [all.meera]);
    await moved(all.hana, 'cancelRequest', over.id, { reason: 'Not needed.' });

    const desk = await deskOf(all.hana);
    expect(desk.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
    expect(desk.find(({ id }) => String(id) === one.id)).toMatchObject({
      offered: 1,
      declined: 1,
      gap: 1,
      needs: [],
    });
    expect(desk.find(({ id }) => String(id) === two.id)).toMatchObject({
      agreed: 0,
      gap: 1,
      needs: ['DECISIONS'],
    });
    expect(await deskOf(all.joss)).toEqual([]);
    await expect(deskOf(all.meera)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    await act(all.hana, 'declareConflict', { requestId: one.id, conflicted: true });
    expect((await deskOf(all.hana)).map(({ id }) => id)).toEqual([two.id]);
  });

  test('takes one statement, and tells of an outcome that is late', async () => {
    const all = await cast();
    const { request: one } = await openRequestOf(all);
    const em = (await hub()).orm.em.fork();
    await rows(
      em,
      sql`update request set state = 'DELIVERED', needed_by = current_date - 1 where id = ${one.id}`,
    );

    expect((await deskOf(all.hana))[0]).toMatchObject({ needs: ['OUTCOME_OVERDUE'] });
    expect(await statementsOf(() => deskOf(all.hana))).toHaveLength(1);
  });
});
