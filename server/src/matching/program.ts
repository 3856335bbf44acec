import type { Highs, ModelData } from 'highs';
import {
  askCost,
  emptySeatCost,
  inOrder,
  loadCost,
  WHOLE,
  type Plan,
  type PlanExpert,
  type PlanRequest,
} from './assignment.ts';

/** How many of these people may, or must, be asked for these requests together. */
export interface PlanRow {
  kind: 'AT_LEAST' | 'AT_MOST';
  seats: number;
  requestIds: ReadonlySet<string>;
  expertIds: ReadonlySet<string>;
}

/** What each seat costs by which a row is missed: less than an empty seat, more than two people differ. */
export const ROW_COST = 1.5;

type Entries = [row: number, value: number][];

/** A plan with rows over it, written as a linear program: a column for each ask, empty seat, load and missed seat. */
export class Program {
  readonly asks: Plan['assigned'] = [];
  readonly requests: PlanRequest[];
  readonly rows: readonly PlanRow[];
  /** Columns before this one stand for one seat; from it on they count what the rows miss. */
  readonly slacks: number;
  readonly #cost: number[] = [];
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];
  readonly #bounds: [number, number][] = [];

  constructor(requests: readonly PlanRequest[], experts: readonly PlanExpert[], rows: readonly PlanRow[]) {
    this.requests = requests.filter(({ needed }) => needed > 0).sort(inOrder);
    this.rows = rows;
    const byId = [...experts].sort(inOrder);
    for (const { needed } of this.requests) this.#row(needed, needed);
    const rowOf = new Map(byId.map(({ id }) => [id, this.#row(0, 0)]));
    const first = this.#bounds.length;
    for (const { kind, seats } of rows)
      this.#row(kind === 'AT_LEAST' ? seats : -Infinity, kind === 'AT_LEAST' ? Infinity : seats);

    this.#askEach(rowOf, first);
    for (const [at, { needed }] of this.requests.entries())
      for (let empty = 1; empty <= needed; empty++) this.#column(emptySeatCost(empty, needed), [[at, 1]]);
    for (const { id, load, capacity } of byId)
      for (let ask = 0; ask < capacity; ask++) this.#column(loadCost(load + ask), [[rowOf.get(id) ?? 0, -1]]);
    this.slacks = this.#cost.length;
    for (const [at, { kind }] of rows.entries())
      this.#column(ROW_COST, [[first + at, kind === 'AT_LEAST' ? 1 : -1]]);
  }

  data(highs: Highs, isWhole: boolean): ModelData {
    const [numCols, numRows] = [this.#cost.length, this.#bounds.length];
    const { integer, continuous } = highs.constants.variableType;
    const finite = (bound: number) => (Number.isFinite(bound) ? bound : Math.sign(bound) * highs.infinity);
    return {
      numCols,
      numRows,
      colCost: this.#cost,
      colLower: new Float64Array(numCols),
      colUpper: Float64Array.from(this.#cost, (_, at) => (at < this.slacks ? 1 : highs.infinity)),
      rowLower: this.#bounds.map(([lower]) => finite(lower)),
      rowUpper: this.#bounds.map(([, upper]) => finite(upper)),
      matrix: {
        format: 'csc',
        numRows,
        numCols,
        starts: this.#starts,
        indices: this.#indices,
        values: this.#values,
      },
      ...(isWhole && {
        integrality: this.#cost.map((_, at) => (at < this.asks.length ? integer : continuous)),
      }),
    };
  }

  #askEach(rowOf: ReadonlyMap<string, number>, first: number): void {
    const rowsOf = new Map<string, number[]>();
    for (const [at, { requestIds }] of this.rows.entries())
      for (const id of requestIds) rowsOf.set(id, [...(rowsOf.get(id) ?? []), at]);
    for (const [at, { id, candidates }] of this.requests.entries()) {
      for (const { expertId, score } of candidates) {
        const expert = rowOf.get(expertId);
        if (expert === undefined) continue;
        const counted = (rowsOf.get(id) ?? []).filter((row) => this.rows[row]?.expertIds.has(expertId));
        this.asks.push({ requestId: id, expertId, score });
        const entries: Entries = counted.map((row) => [first + row, 1]);
        this.#column(askCost(score) / WHOLE, [[at, 1], [expert, 1], ...entries]);
      }
    }
  }

  #row(lower: number, upper: number): number {
    this.#bounds.push([lower, upper]);
    return this.#bounds.length - 1;
  }

  #column(cost: number, entries: Entries): void {
    this.#cost.push(cost);
    for (const [row, value] of entries) {
      this.#indices.push(row);
      this.#values.push(value);
    }
    this.#starts.push(this.#indices.length);
  }
}
