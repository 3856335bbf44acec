import { crowdOf } from './engine/crowd.ts';
import { rowsStopped, type Occasion, type Sieve } from './rows-stopped.ts';
import type { ExpertFacts } from './shapes.ts';

export interface Sifted {
  /** Where in the list those who pass every gate stand. */
  places: Uint32Array;
  /** Of each gate how many it was the first to stop, and how many it alone stopped. */
  stopped: { here: number; onlyHere: number }[];
}

/** Asks everybody of every gate, gate by gate: in columns where there are any, the others themselves. */
export function sift(gates: readonly Sieve[], experts: readonly ExpertFacts[], occasion: Occasion): Sifted {
  const crowd = crowdOf(experts);
  const stops = { first: new Uint16Array(experts.length), count: new Uint8Array(experts.length) };
  for (const [nth, gate] of gates.entries()) {
    const known = crowd && rowsStopped(gate, crowd, occasion);
    if (known?.includes(1)) stopRows(stops, nth, crowd?.rows ?? NOBODY, known);
    stopOthers(stops, nth, gate, experts, known ? (crowd?.rows ?? NOBODY) : null);
  }
  return counted(stops, gates.length);
}

const NOBODY = new Int32Array();

/** Of each person which gate stopped them first, and how many did: 2 stands for more. */
type Stops = { first: Uint16Array; count: Uint8Array };

function stopRows({ first, count }: Stops, nth: number, rows: Int32Array, known: Uint8Array): void {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? -1;
    if (row < 0 || known[row] === 0) continue;
    const before = count[at] ?? 0;
    if (before === 0) first[at] = nth;
    if (before < 2) count[at] = before + 1;
  }
}

/** Whoever has a row is left out, where there are rows. */
function stopOthers(
  { first, count }: Stops,
  nth: number,
  gate: Sieve,
  experts: readonly ExpertFacts[],
  rows: Int32Array | null,
): void {
  for (let at = 0; at < count.length; at++) {
    if (rows && (rows[at] ?? -1) >= 0) continue;
    const before = count[at] ?? 0;
    const expert = before < 2 ? experts[at] : undefined;
    if (!expert || !gate.stops(expert)) continue;
    if (before === 0) first[at] = nth;
    count[at] = before + 1;
  }
}

function counted({ first, count }: Stops, gates: number): Sifted {
  const stopped = Array.from({ length: gates }, () => ({ here: 0, onlyHere: 0 }));
  const places = new Uint32Array(count.length);
  let passed = 0;
  for (let at = 0; at < count.length; at++) {
    if (count[at] === 0) places[passed++] = at;
    const tally = count[at] === 0 ? undefined : stopped[first[at] ?? 0];
    if (!tally) continue;
    tally.here += 1;
    if (count[at] === 1) tally.onlyHere += 1;
  }
  return { places: places.subarray(0, passed), stopped };
}
