import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptySeatCost, LOAD_COSTS, planOf, type PlanExpert, type PlanRequest } from './assignment.ts';

const expert = (id: string, capacity = 1, load = 0): PlanExpert => ({ id, capacity, load });
const request = (id: string, needed: number, scores: Record<string, number>): PlanRequest => ({
  id,
  needed,
  candidates: Object.entries(scores).map(([expertId, score]) => ({ expertId, score })),
});
const pairs = (requests: PlanRequest[], experts: PlanExpert[]) =>
  planOf(requests, experts)
    .assigned.map(({ requestId, expertId }) => `${requestId}:${expertId}`)
    .sort();

describe('a plan', () => {
  test('gives each request whom it can spare least, not each its own best', () => {
    const requests = [
      request('oxygen', 1, { meera: 0.9, kofi: 0.8 }),
      request('audit', 1, { meera: 0.85, kofi: 0.1 }),
    ];
    expect(pairs(requests, [expert('meera'), expert('kofi')])).toEqual(['audit:meera', 'oxygen:kofi']);
  });

  test('asks somebody else before asking the same person a third time', () => {
    const ids = ['a', 'b', 'c'];
    const requests = ids.map((id) => request(id, 1, { meera: 0.8, kofi: 0.75 }));
    const asked = pairs(requests, [expert('meera', 3), expert('kofi', 3)]);
    expect(asked.filter((pair) => pair.endsWith('kofi')).length).toBeGreaterThan(0);
  });

  test('counts what people carry already', () => {
    const requests = [request('a', 1, { meera: 0.8, kofi: 0.75 })];
    expect(pairs(requests, [expert('meera', 2, 2), expert('kofi')])).toEqual(['a:kofi']);
  });

  test('shares what is scarce: no request goes empty while another has two', () => {
    const scores = { meera: 0.9, kofi: 0.9 };
    const { unfilled } = planOf(
      [request('a', 2, scores), request('b', 2, { meera: 0.5, kofi: 0.5 })],
      [expert('meera'), expert('kofi')],
    );
    expect(Object.fromEntries(unfilled)).toEqual({ a: 1, b: 1 });
  });

  test('leaves a seat empty rather than asking beyond anyone’s capacity, and says which', () => {
    const plan = planOf([request('a', 3, { meera: 1 })], [expert('meera', 0)]);
    expect(plan.assigned).toEqual([]);
    expect(plan.unfilled.get('a')).toBe(3);
  });
});

const instance = fc
  .record({
    experts: fc.array(
      fc.record({ capacity: fc.integer({ min: 0, max: 2 }), load: fc.integer({ min: 0, max: 4 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    requests: fc.array(
      fc.record({
        needed: fc.integer({ min: 1, max: 2 }),
        scores: fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 3, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ experts, requests }) => ({
    experts: experts.map(({ capacity, load }, at) => expert(`e${at}`, capacity, load)),
    requests: requests.map(({ needed, scores }, at) => ({
      id: `r${at}`,
      needed,
      candidates: scores.flatMap((score, place) =>
        score === null || place >= experts.length ? [] : [{ expertId: `e${place}`, score: score / 100 }],
      ),
    })),
  }));

test('costs what the best of all plans costs, tried one by one', () => {
  fc.assert(
    fc.property(instance, ({ requests, experts }) => {
      expect(planOf(requests, experts).cost).toBeCloseTo(cheapest(requests, experts), 5);
    }),
    { numRuns: 300 },
  );
});

test('never asks one person twice for the same request, nor anyone beyond their capacity', () => {
  fc.assert(
    fc.property(instance, ({ requests, experts }) => {
      const { assigned } = planOf(requests, experts);
      expect(new Set(assigned.map(({ requestId, expertId }) => `${requestId} ${expertId}`)).size).toBe(
        assigned.length,
      );
      for (const { id, capacity } of experts)
        expect(assigned.filter(({ expertId }) => expertId === id).length).toBeLessThanOrEqual(capacity);
    }),
  );
});

function cheapest(requests: PlanRequest[], experts: PlanExpert[]): number {
  const asks = requests.flatMap(({ id, candidates }) =>
    candidates.map((each) => ({ ...each, requestId: id })),
  );
  let best = Infinity;
  for (let chosen = 0; chosen < 2 ** asks.length; chosen++)
    best = Math.min(
      best,
      costOf(
        asks.filter((_, at) => chosen & (1 << at)),
        requests,
        experts,
      ),
    );
  return best;
}

function costOf(
  asks: { requestId: string; expertId: string; score: number }[],
  requests: PlanRequest[],
  experts: PlanExpert[],
): number {
  let cost = asks.reduce((sum, { score }) => sum + 1 - score, 0);
  for (const { id, capacity, load } of experts) {
    const count = asks.filter(({ expertId }) => expertId === id).length;
    if (count > capacity) return Infinity;
    for (let ask = 0; ask < count; ask++) cost += LOAD_COSTS[Math.min(load + ask, 4)] ?? 0;
  }
  for (const { id, needed } of requests) {
    const empty = needed - asks.filter(({ requestId }) => requestId === id).length;
    if (empty < 0) return Infinity;
    for (let seat = 1; seat <= empty; seat++) cost += emptySeatCost(seat, needed);
  }
  return cost;
}
