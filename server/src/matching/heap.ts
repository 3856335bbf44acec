/** Smallest key first; of equal keys the smaller node, so that the same network always gives the same flow. */
export class Heap {
  #keys = new Float64Array(64);
  #nodes = new Int32Array(64);
  #size = 0;

  clear(): void {
    this.#size = 0;
  }

  push(key: number, node: number): void {
    if (this.#size === this.#keys.length) this.#grow();
    const [keys, nodes] = [this.#keys, this.#nodes];
    let at = this.#size++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = keys[up] ?? 0;
      if (above < key || (above === key && (nodes[up] ?? 0) <= node)) break;
      keys[at] = above;
      nodes[at] = nodes[up] ?? 0;
      at = up;
    }
    keys[at] = key;
    nodes[at] = node;
  }

  /** The key of the smallest; look before `pop`, which answers with its node alone. */
  get least(): number {
    return this.#keys[0] ?? Infinity;
  }

  /** The node with the smallest key, or -1. */
  pop(): number {
    if (this.#size === 0) return -1;
    const [keys, nodes] = [this.#keys, this.#nodes];
    const top = nodes[0] ?? -1;
    const size = --this.#size;
    const [key, node] = [keys[size] ?? 0, nodes[size] ?? 0];
    let at = 0;
    for (let below = 1; below < size; below = 2 * at + 1) {
      const right = below + 1;
      if (right < size && this.#isBefore(right, below)) below = right;
      const under = keys[below] ?? 0;
      if (under > key || (under === key && (nodes[below] ?? 0) >= node)) break;
      keys[at] = under;
      nodes[at] = nodes[below] ?? 0;
      at = below;
    }
    keys[at] = key;
    nodes[at] = node;
    return top;
  }

  #isBefore(one: number, other: number): boolean {
    const [first, second] = [this.#keys[one] ?? 0, this.#keys[other] ?? 0];
    return first < second || (first === second && (this.#nodes[one] ?? 0) < (this.#nodes[other] ?? 0));
  }

  #grow(): void {
    const [keys, nodes] = [this.#keys, this.#nodes];
    this.#keys = new Float64Array(2 * keys.length);
    this.#nodes = new Int32Array(2 * nodes.length);
    this.#keys.set(keys);
    this.#nodes.set(nodes);
  }
}
