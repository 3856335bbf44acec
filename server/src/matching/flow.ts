import { Heap } from './heap.ts';

/**
 * A network through which units are sent one by one, each by the way that is cheapest then: the units before it may be led
 * another way for it. After each unit no other flow of as many is cheaper (successive shortest paths with potentials:
 * Edmonds and Karp, JACM 1972). Costs are whole numbers, so that sums never drift.
 */
export class FlowNetwork {
  readonly #ends: number[] = [];
  readonly #rooms: number[] = [];
  readonly #costs: number[] = [];
  readonly #size: number;
  #laid: Laid | null = null;

  constructor(size: number) {
    this.#size = size;
  }

  /** Costs may not be negative. Answers with the edge's number, for `used`. */
  connect(from: number, to: number, room: number, cost: number): number {
    if (this.#laid) throw new Error('Units have been sent: the network is laid.');
    this.#ends.push(from, to);
    this.#rooms.push(room, 0);
    this.#costs.push(cost, -cost);
    return this.#ends.length - 2;
  }

  used(edge: number): number {
    const { placeOf, room } = this.#lay();
    return room[placeOf[edge + 1] ?? 0] ?? 0;
  }

  /** Sends one unit. Answers with what it cost, or null when no way is left. */
  sendOne(source: number, sink: number): number | null {
    const laid = this.#lay();
    return laid.reach(source, sink) ? laid.push(source, sink) : null;
  }

  #lay(): Laid {
    this.#laid ??= new Laid(this.#size, this.#ends, this.#rooms, this.#costs);
    return this.#laid;
  }
}

/** The network with each node's edges side by side, and each edge knowing the place of its way back. */
class Laid {
  readonly room: Int32Array;
  readonly placeOf: Int32Array;
  readonly #start: Int32Array;
  readonly #to: Int32Array;
  readonly #back: Int32Array;
  readonly #cost: Float64Array;
  readonly #potential: Float64Array;
  readonly #distance: Float64Array;
  readonly #by: Int32Array;
  readonly #touched: number[] = [];
  readonly #heap = new Heap();

  /** Edge `n` leads from `ends[n]` to `ends[n ^ 1]`. */
  constructor(size: number, ends: readonly number[], rooms: readonly number[], costs: readonly number[]) {
    const start = new Int32Array(size + 1);
    for (const from of ends) start[from + 1] = (start[from + 1] ?? 0) + 1;
    for (let node = 0; node < size; node++) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0);
    const next = start.slice();
    const placeOf = Int32Array.from(ends, (from) => {
      const place = next[from] ?? 0;
      next[from] = place + 1;
      return place;
    });
    const count = ends.length;
    [this.#start, this.placeOf] = [start, placeOf];
    [this.#to, this.#back, this.room] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
    this.#cost = new Float64Array(count);
    for (const [edge, place] of placeOf.entries()) {
      this.#to[place] = ends[edge ^ 1] ?? 0;
      this.#back[place] = placeOf[edge ^ 1] ?? 0;
      this.room[place] = rooms[edge] ?? 0;
      this.#cost[place] = costs[edge] ?? 0;
    }
    this.#potential = new Float64Array(size);
    this.#distance = new Float64Array(size).fill(Infinity);
    this.#by = new Int32Array(size).fill(-1);
  }

  /**
   * Finds the cheapest way from source to sink, and looks no further than that. Potentials move only where it looked, so a
   * search costs what lies near it, not what the network holds.
   */
  reach(source: number, sink: number): boolean {
    const [distance, potential, heap, by] = [this.#distance, this.#potential, this.#heap, this.#by];
    const [start, to, room, cost, touched] = [this.#start, this.#to, this.room, this.#cost, this.#touched];
    for (const node of touched) distance[node] = Infinity;
    touched.length = 0;
    heap.clear();
    distance[source] = 0;
    touched.push(source);
    heap.push(0, source);
    for (;;) {
      const key = heap.least;
      const node = heap.pop();
      if (node === -1) return false;
      if (node === sink) break;
      if (key > (distance[node] ?? 0)) continue;
      const from = key + (potential[node] ?? 0);
      const end = start[node + 1] ?? 0;
      for (let place = start[node] ?? 0; place < end; place++) {
        if ((room[place] ?? 0) <= 0) continue;
        const other = to[place] ?? 0;
        const further = from + (cost[place] ?? 0) - (potential[other] ?? 0);
        const before = distance[other] ?? Infinity;
        // What lies beyond the sink is never on the way to it.
        if (further >= before || further >= (distance[sink] ?? Infinity)) continue;
        if (before === Infinity) touched.push(other);
        distance[other] = further;
        by[other] = place;
        heap.push(further, other);
      }
    }
    const reached = distance[sink] ?? 0;
    for (const node of touched) {
      const near = (distance[node] ?? 0) - reached;
      if (near < 0) potential[node] = (potential[node] ?? 0) + near;
    }
    return true;
  }

  push(source: number, sink: number): number {
    let total = 0;
    for (let node = sink; node !== source;) {
      const place = this.#by[node] ?? 0;
      const back = this.#back[place] ?? 0;
      this.room[place] = (this.room[place] ?? 0) - 1;
      this.room[back] = (this.room[back] ?? 0) + 1;
      total += this.#cost[place] ?? 0;
      node = this.#to[back] ?? source;
    }
    return total;
  }
}
