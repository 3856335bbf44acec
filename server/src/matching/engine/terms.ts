/**
 * Every term of a part of the index by its place, as bytes in typed arrays: half a million terms take a few megabytes, and
 * go from one thread to another without being copied. Open addressing over the UTF-8 bytes.
 */
export interface TermTable {
  /** A place + 1 where a term hashes to, 0 where none does; a power of two long. */
  hashed: Uint32Array;
  /** Where each term begins in `bytes`, and where the last ends. */
  starts: Uint32Array;
  bytes: Uint8Array;
  count: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Where a term stands, or -1. */
export function placeOf(table: TermTable, term: string): number {
  const bytes = encoder.encode(term);
  return found(table, bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length));
}

export function termAt({ bytes, starts }: TermTable, place: number): string {
  return decoder.decode(bytes.subarray(starts[place], starts[place + 1]));
}

/** Gives each new term the next place. */
export class TermCollector {
  #table: TermTable = {
    hashed: new Uint32Array(1_024),
    starts: new Uint32Array(513),
    bytes: new Uint8Array(4_096),
    count: 0,
  };

  get count(): number {
    return this.#table.count;
  }

  place(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
    const known = found(this.#table, bytes, from, to, hash);
    return known >= 0 ? known : this.#add(bytes, from, to, hash);
  }

  /** What was collected, cut to size. */
  table(): TermTable {
    const { hashed, starts, bytes, count } = this.#table;
    return {
      hashed,
      starts: starts.slice(0, count + 1),
      bytes: bytes.slice(0, starts[count]),
      count,
    };
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const table = this.#table;
    const place = table.count;
    if ((place + 1) * 2 > table.hashed.length) this.#widen();
    const start = table.starts[place] ?? 0;
    const end = start + to - from;
    if (end > table.bytes.length) table.bytes = grown(table.bytes, end);
    if (place + 2 > table.starts.length) table.starts = grown(table.starts, place + 2);
    table.bytes.set(bytes.subarray(from, to), start);
    table.starts[place + 1] = end;
    table.count = place + 1;
    enter(table.hashed, hash, place);
    return place;
  }

  #widen(): void {
    const { bytes, starts, count, hashed } = this.#table;
    const wider = new Uint32Array(hashed.length * 2);
    for (let place = 0; place < count; place++)
      enter(wider, hashOf(bytes, starts[place] ?? 0, starts[place + 1] ?? 0), place);
    this.#table.hashed = wider;
  }
}

/** A typed array at least this long, with what was in it. */
export function grown<A extends Uint8Array | Uint16Array | Uint32Array>(array: A, least: number): A {
  const longer = new (array.constructor as new (length: number) => A)(Math.max(least, array.length * 2));
  longer.set(array);
  return longer;
}

/** FNV-1a with a last mix: short words differ in few bits. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

function enter(hashed: Uint32Array, hash: number, place: number): void {
  const mask = hashed.length - 1;
  let at = hash & mask;
  while (hashed[at]) at = (at + 1) & mask;
  hashed[at] = place + 1;
}

function found(
  { hashed, starts, bytes }: TermTable,
  asked: Uint8Array,
  from: number,
  to: number,
  hash: number,
): number {
  const mask = hashed.length - 1;
  for (let at = hash & mask; hashed[at]; at = (at + 1) & mask) {
    const place = (hashed[at] ?? 0) - 1;
    const start = starts[place] ?? 0;
    if ((starts[place + 1] ?? 0) - start !== to - from) continue;
    let same = 0;
    while (same < to - from && bytes[start + same] === asked[from + same]) same++;
    if (same === to - from) return place;
  }
  return -1;
}
