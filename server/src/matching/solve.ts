import highsModule, { type Highs } from 'highs';
import {
  emptySeats,
  planOf,
  type Plan,
  type PlanExpert,
  type PlanOptions,
  type PlanRequest,
} from './assignment.ts';
import { Program, type PlanRow } from './program.ts';

export interface Solved extends Plan {
  /** At most how far from the best plan, as a share of its cost. */
  gap: number;
  /** By how many seats each row is missed, in the order given. */
  missed: number[];
}

/** Within this share of the best a plan is good enough. */
export const GAP = 0.001;
const SECONDS = 120;

/** The plan for these requests, within these rows as far as that can be: a flow without rows, a program with them. */
export async function solve(
  requests: readonly PlanRequest[],
  experts: readonly PlanExpert[],
  rows: readonly PlanRow[],
  options: PlanOptions = {},
): Promise<Solved> {
  const free = planOf(requests, experts, options);
  // Often nothing stands against the rules: then no plan within them can be cheaper.
  if (missedBy(free.assigned, rows).every((missed) => missed === 0))
    return { ...free, gap: 0, missed: rows.map(() => 0) };
  return solveWithin(requests, experts, rows);
}

// Its types are read as those of a CommonJS module; what is imported is the function itself.
const loadHighs = highsModule as unknown as typeof highsModule.default;
let runtime: Promise<Highs> | null = null;

/**
 * First without asking for whole people, which bounds what any plan costs. Then whole, among those asks alone that this
 * prices as near to worth their seat; and with all that could still better it, should the bound not prove it good.
 */
export async function solveWithin(
  requests: readonly PlanRequest[],
  experts: readonly PlanExpert[],
  rows: readonly PlanRow[],
): Promise<Solved> {
  runtime ??= loadHighs();
  const highs = await runtime;
  const program = new Program(requests, experts, rows);
  const bound = run(highs, program, false);
  const isWhole = program.asks.every((_, at) => Math.abs((bound.values[at] ?? 0) - 0.5) > 0.499_999);
  if (isWhole) return read(program, bound, bound.cost);
  const priced = new Map(program.asks.map(({ requestId, expertId }, at) => [`${requestId} ${expertId}`, at]));
  const within = (worth: number) => {
    const near = program.requests.map((request) => ({
      ...request,
      candidates: request.candidates.filter(({ expertId }) => {
        const at = priced.get(`${request.id} ${expertId}`);
        return at !== undefined && (bound.prices[at] ?? 0) <= worth;
      }),
    }));
    const smaller = new Program(near, experts, rows);
    return { smaller, ran: run(highs, smaller, true) };
  };
  const first = within(NEAR);
  const plan = read(first.smaller, first.ran, bound.cost);
  if (plan.gap <= GAP) return plan;
  // Whoever this leaves out costs more than the plan at hand: what bounds these asks bounds all plans better than it.
  const all = within(Math.max(NEAR, plan.cost - bound.cost));
  return read(all.smaller, all.ran, Math.max(bound.cost, Math.min(all.ran.bound, plan.cost)));
}

const NEAR = 0.02;

interface Ran {
  values: Float64Array;
  /** By how much the cost would rise with one more of each column. */
  prices: Float64Array;
  cost: number;
  /** No plan among these asks costs less. */
  bound: number;
}

function run(highs: Highs, program: Program, isWhole: boolean): Ran {
  return highs.withModel((model) => {
    model.passModel(program.data(highs, isWhole));
    model.options.set('time_limit', SECONDS);
    model.options.set('random_seed', 1);
    if (isWhole) model.options.set('mip_rel_gap', GAP / 4);
    model.run();
    const { colValue, colDual } = model.getSolution();
    if (colValue.length === 0) throw new Error('The solver found no plan in time.');
    const cost = model.getObjectiveValue();
    const bound = isWhole ? Number(model.info.get('mip_dual_bound')) : cost;
    return { values: colValue, prices: colDual, cost, bound };
  });
}

function read(program: Program, { values, cost }: Ran, bound: number): Solved {
  const assigned = program.asks.filter((_, at) => (values[at] ?? 0) > 0.5);
  return {
    assigned,
    unfilled: emptySeats(program.requests, assigned),
    cost,
    gap: Math.max(0, cost - bound) / Math.max(bound, Number.MIN_VALUE),
    missed: missedBy(assigned, program.rows),
  };
}

/** By how many seats each row is missed. */
export function missedBy(assigned: Plan['assigned'], rows: readonly PlanRow[]): number[] {
  return rows.map(({ kind, seats, requestIds, expertIds }) => {
    const count = assigned.filter(
      ({ requestId, expertId }) => requestIds.has(requestId) && expertIds.has(expertId),
    ).length;
    return Math.max(0, kind === 'AT_LEAST' ? seats - count : count - seats);
  });
}
