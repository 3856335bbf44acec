import { FlowNetwork } from './flow.ts';

export interface PlanRequest {
  id: string;
  /** How many people it still needs. */
  needed: number;
  /** Whoever passed its gates and how well they fit, from 0 to 1. */
  candidates: readonly { expertId: string; score: number }[];
}

export interface PlanExpert {
  id: string;
  /** What they carry already: engagements and accepted offers. */
  load: number;
  /** How many more they can be asked for. */
  capacity: number;
}

export interface Plan {
  assigned: { requestId: string; expertId: string; score: number }[];
  /** Seats left empty, by request; only those that have any. */
  unfilled: Map<string, number>;
  cost: number;
}

/** What an expert's first, second … concurrent ask costs: asking the same people again must be worth it. */
export const LOAD_COSTS = [0, 0.05, 0.12, 0.25, 0.4] as const;

/** What the k-th empty seat of a request costs, counted from the last filled: the worst-served request comes first. */
export function emptySeatCost(empty: number, needed: number): number {
  return 2 * (1 + empty / needed);
}

export const WHOLE = 1_000_000;

/** What a plan is made by. Told after each request how many of them have been seated. */
export type PlanOptions = { onSeated?: (requests: number) => void; emptyCost?: typeof emptySeatCost };

/**
 * Whom to ask for what, over all requests at once: the least sum of (1 − score) over those asked, of what each further ask
 * of an expert costs, and of what each empty seat costs. An exact optimum by min-cost flow: request → expert → sink (an
 * edge an ask), and for each seat a dearer edge past the experts. The same input always gives the same plan.
 */
export function planOf(
  requests: readonly PlanRequest[],
  experts: readonly PlanExpert[],
  { onSeated, emptyCost = emptySeatCost }: PlanOptions = {},
): Plan {
  const byId = [...experts].sort(inOrder);
  const wanted = requests.filter(({ needed }) => needed > 0).sort(inOrder);
  const placeOf = new Map(byId.map(({ id }, at) => [id, at]));
  const sink = byId.length + wanted.length;
  const network = new FlowNetwork(sink + 1);

  for (const [at, { load, capacity }] of byId.entries())
    for (let ask = 0; ask < capacity; ask++) network.connect(at, sink, 1, whole(loadCost(load + ask)));

  const asks: { edge: number; requestId: string; expertId: string; score: number }[] = [];
  for (const [place, { id, needed, candidates }] of wanted.entries()) {
    const node = byId.length + place;
    for (let empty = 1; empty <= needed; empty++)
      network.connect(node, sink, 1, whole(emptyCost(empty, needed)));
    for (const { expertId, score } of candidates) {
      const expert = placeOf.get(expertId);
      if (expert === undefined) continue;
      asks.push({ edge: network.connect(node, expert, 1, askCost(score)), requestId: id, expertId, score });
    }
  }
  let cost = 0;
  for (const [place, { needed }] of wanted.entries()) {
    for (let seat = 0; seat < needed; seat++) cost += network.sendOne(byId.length + place, sink) ?? 0;
    onSeated?.(place + 1);
  }
  const assigned = asks
    .filter(({ edge }) => network.used(edge) > 0)
    .map(({ requestId, expertId, score }) => ({ requestId, expertId, score }));
  return { assigned, unfilled: emptySeats(wanted, assigned), cost: cost / WHOLE };
}

export function loadCost(carried: number): number {
  return LOAD_COSTS[Math.min(Math.max(0, carried), LOAD_COSTS.length - 1)] ?? 0;
}

/** What it costs to ask somebody who fits so well, as a whole number. */
export function askCost(score: number): number {
  return whole(1 - Math.min(1, Math.max(0, score)));
}

export function emptySeats(
  requests: readonly PlanRequest[],
  assigned: Plan['assigned'],
): Map<string, number> {
  const filled = new Map<string, number>();
  for (const { requestId } of assigned) filled.set(requestId, (filled.get(requestId) ?? 0) + 1);
  return new Map(
    requests
      .map(({ id, needed }): [string, number] => [id, needed - (filled.get(id) ?? 0)])
      .filter(([, empty]) => empty > 0),
  );
}

export function whole(cost: number): number {
  return Math.round(cost * WHOLE);
}

export function inOrder(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
