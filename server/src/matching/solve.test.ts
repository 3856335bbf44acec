import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planOf, type PlanExpert, type PlanRequest } from './assignment.ts';
import { ROW_COST, type PlanRow } from './program.ts';
import { GAP, missedBy, solve, solveWithin, type Solved } from './solve.ts';

const kofi: PlanExpert = { id: 'kofi', capacity: 1, load: 0 };
const meera: PlanExpert = { id: 'meera', capacity: 1, load: 0 };
const row = (kind: PlanRow['kind'], seats: number, expertIds: string[], requestIds = ['a']): PlanRow => ({
  kind,
  seats,
  requestIds: new Set(requestIds),
  expertIds: new Set(expertIds),
});
const asked = ({ assigned }: Solved) => assigned.map(({ expertId }) => expertId).sort();
const one = (scores: Record<string, number>, needed = 1): PlanRequest => ({
  id: 'a',
  needed,
  candidates: Object.entries(scores).map(([expertId, score]) => ({ expertId, score })),
});

describe('within rules', () => {
  const requests = [one({ kofi: 0.9, meera: 0.6 })];

  test('somebody of the group is asked although another fits better', async () => {
    const plan = await solve(requests, [kofi, meera], [row('AT_LEAST', 1, ['meera'])]);
    expect(asked(plan)).toEqual(['meera']);
    expect(plan.missed).toEqual([0]);
  });

  test('no more of one group than allowed', async () => {
    const tendo = { id: 'tendo', capacity: 1, load: 0 };
    const two = [one({ kofi: 0.9, meera: 0.8, tendo: 0.3 }, 2)];
    const plan = await solve(two, [kofi, meera, tendo], [row('AT_MOST', 1, ['kofi', 'meera'])]);
    expect(asked(plan)).toEqual(['kofi', 'tendo']);
  });

  test('a rule that nobody can keep leaves no seat empty, and is said to be missed', async () => {
    const plan = await solve(requests, [kofi, meera], [row('AT_LEAST', 2, ['meera', 'kofi'])]);
    expect(asked(plan)).toHaveLength(1);
    expect(plan.missed).toEqual([1]);
  });

  test('over several requests together', async () => {
    const both = [one({ kofi: 0.9, meera: 0.6 }), { ...one({ kofi: 0.8, meera: 0.1 }), id: 'b' }];
    const twice = { ...kofi, capacity: 2 };
    const plan = await solve(both, [twice, meera], [row('AT_LEAST', 1, ['meera'], ['a', 'b'])]);
    expect(plan.assigned.map(({ requestId, expertId }) => `${requestId} ${expertId}`)).toEqual([
      'a meera',
      'b kofi',
    ]);
  });
});

test('is proven near to the best where half people would be better still', async () => {
  const scored = (id: string, needed: number, scores: Record<string, number>) => ({
    ...one(scores, needed),
    id,
  });
  const requests = [
    scored('a', 2, { meera: 0, tendo: 0 }),
    scored('b', 1, { kofi: 0, tendo: 0.53 }),
    scored('c', 2, { kofi: 0.29, meera: 0, tendo: 0 }),
  ];
  const plan = await solve(
    requests,
    [kofi, meera, { id: 'tendo', capacity: 2, load: 0 }],
    [
      row('AT_MOST', 0, ['meera', 'tendo'], ['b']),
      row('AT_LEAST', 1, ['kofi', 'meera'], ['c']),
      row('AT_MOST', 1, ['meera', 'tendo'], ['c']),
    ],
  );
  expect(plan.gap).toBeLessThanOrEqual(GAP);
});

const instance = fc
  .record({
    experts: fc.array(
      fc.record({ capacity: fc.integer({ min: 0, max: 2 }), load: fc.integer({ min: 0, max: 5 }) }),
      { minLength: 1, maxLength: 8 },
    ),
    requests: fc.array(
      fc.record({
        needed: fc.integer({ min: 1, max: 4 }),
        scores: fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 8, maxLength: 8 }),
        least: fc.integer({ min: 0, max: 2 }),
        most: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ experts, requests }) => ({
    experts: experts.map((each, at): PlanExpert => ({ id: `e${at}`, ...each })),
    requests: requests.map(({ needed, scores }, at) => ({
      id: `r${at}`,
      needed,
      candidates: scores.flatMap((score, place) =>
        score === null || place >= experts.length ? [] : [{ expertId: `e${place}`, score: score / 100 }],
      ),
    })),
    rows: requests.flatMap(({ least, most }, at) => [
      row('AT_LEAST', least, ['e0', 'e1', 'e2'], [`r${at}`]),
      row('AT_MOST', most, ['e1', 'e2', 'e3', 'e4'], [`r${at}`]),
    ]),
  }));

test('costs the same as a flow and as a program', async () => {
  await fc.assert(
    fc.asyncProperty(instance, async ({ experts, requests }) => {
      const { cost } = await solveWithin(requests, experts, []);
      expect(planOf(requests, experts).cost).toBeCloseTo(cost, 4);
    }),
    { numRuns: 60 },
  );
});

test('asks only those who passed the gates, each once for a request and nobody beyond their capacity', async () => {
  await fc.assert(
    fc.asyncProperty(instance, async ({ experts, requests, rows }) => {
      const { assigned, unfilled } = await solve(requests, experts, rows);
      const passed = new Set(
        requests.flatMap(({ id, candidates }) => candidates.map((each) => `${id} ${each.expertId}`)),
      );
      const pairs = assigned.map(({ requestId, expertId }) => `${requestId} ${expertId}`);
      expect(new Set(pairs).size).toBe(pairs.length);
      expect(pairs.filter((pair) => !passed.has(pair))).toEqual([]);
      for (const { id, capacity } of experts)
        expect(assigned.filter(({ expertId }) => expertId === id).length).toBeLessThanOrEqual(capacity);
      for (const { id, needed } of requests)
        expect(assigned.filter(({ requestId }) => requestId === id).length + (unfilled.get(id) ?? 0)).toBe(
          needed,
        );
    }),
    { numRuns: 60 },
  );
});

test('is near to the best of all plans within rules, and says by how many seats it misses them', async () => {
  await fc.assert(
    fc.asyncProperty(instance, async ({ experts, requests, rows }) => {
      const plan = await solve(requests, experts, rows);
      expect(plan.gap).toBeLessThanOrEqual(GAP);
      const missed = missedBy(plan.assigned, rows);
      expect(plan.missed).toEqual(missed);
      // A plan without a look at the rules pays for those it misses, and cannot be much cheaper.
      const free = planOf(requests, experts);
      const paid = free.cost + ROW_COST * missedBy(free.assigned, rows).reduce((sum, by) => sum + by, 0);
      expect(plan.cost).toBeLessThanOrEqual(paid * (1 + GAP) + 1e-6);
      expect(plan.cost).toBeGreaterThanOrEqual(free.cost - 1e-4);
    }),
    { numRuns: 60 },
  );
});

test('is the same each time, in whatever order people and requests are given', async () => {
  await fc.assert(
    fc.asyncProperty(instance, async ({ experts, requests, rows }) => {
      const plan = await solve(requests, experts, rows);
      expect(await solve(requests, experts, rows)).toEqual(plan);
      const turned = await solve(requests.toReversed(), experts.toReversed(), rows);
      expect(turned.assigned).toEqual(plan.assigned);
    }),
    { numRuns: 40 },
  );
});
