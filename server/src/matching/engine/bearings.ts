import type { Latent } from './learn.ts';
import type { Segment } from './segment.ts';
import { placeOf, termAt } from './terms.ts';
import type { AskedTerm } from './query.ts';

/**
 * Of each item which way it points by a model, in steps of 1/127, and how far: 1 when the model knows all that it says, less
 * where it uses words that stand beside nothing.
 */
export interface Bearing {
  steps: Int8Array;
  reach: Float32Array;
}
export type Model = 'lsa' | 'ppmi';
export type Bearings = Record<Model, Bearing>;

const STEPS = 127;
/** As many at once as fit into a processor's nearest memory and a little beyond. */
const AT_ONCE = 20_000;

/** Folds the items of a segment into what was learnt. */
export function bearings(segment: Segment, latent: Latent): Bearings {
  const { dimensions } = latent;
  const count = segment.lengths.length;
  const known = placesIn(segment, latent);
  const within = lengthsOf(segment, latent, known);
  const by = (model: Model): Bearing => {
    const made = { steps: new Int8Array(count * dimensions), reach: new Float32Array(count) };
    for (let from = 0; from < count; from += AT_ONCE) {
      const to = Math.min(count, from + AT_ONCE);
      enter(made, folded(segment, latent, known, model, from, to), within, from);
    }
    return made;
  };
  return { lsa: by('lsa'), ppmi: by('ppmi') };
}

function placesIn({ terms }: Segment, latent: Latent): Int32Array {
  return Int32Array.from({ length: terms.count }, (_, place) => placeOf(latent.terms, termAt(terms, place)));
}

function folded(
  { starts, items, uses }: Segment,
  latent: Latent,
  known: Int32Array,
  model: Model,
  from: number,
  to: number,
): Float64Array {
  const { dimensions, weights } = latent;
  const sums = new Float64Array((to - from) * dimensions);
  for (const [place, learnt] of known.entries()) {
    if (learnt < 0) continue;
    for (let n = starts[place] ?? 0, end = starts[place + 1] ?? 0; n < end; n++) {
      const item = items[n] ?? 0;
      if (item < from || item >= to) continue;
      const weight = (1 + Math.log(uses[n] ?? 1)) * (weights[learnt] ?? 0);
      add(sums, (item - from) * dimensions, latent[model], learnt * dimensions, weight, dimensions);
    }
  }
  return sums;
}

function add(
  into: Float64Array,
  start: number,
  from: Float32Array,
  begin: number,
  times: number,
  width: number,
): void {
  for (let n = 0; n < width; n++) into[start + n] = (into[start + n] ?? 0) + times * (from[begin + n] ?? 0);
}

function enter({ steps, reach }: Bearing, sums: Float64Array, within: Float64Array, from: number): void {
  const dimensions = steps.length / reach.length;
  for (let start = 0; start < sums.length; start += dimensions) {
    const item = from + start / dimensions;
    let square = 0;
    for (let n = 0; n < dimensions; n++) square += (sums[start + n] ?? 0) ** 2;
    if (square === 0) continue;
    reach[item] = Math.sqrt(square / (within[item] ?? 1));
    const scale = STEPS / Math.sqrt(square);
    for (let n = 0; n < dimensions; n++)
      steps[item * dimensions + n] = Math.round((sums[start + n] ?? 0) * scale);
  }
}

/** What a word weighs that was not learnt: as much as the rarest. */
function unlearnt({ weights }: Latent): number {
  let most = 0;
  for (const weight of weights) most = Math.max(most, weight);
  return most;
}

/** Of each item the sum of the squares of all its words' weights, learnt or not. */
function lengthsOf(
  { starts, items, uses, lengths }: Segment,
  latent: Latent,
  known: Int32Array,
): Float64Array {
  const squares = new Float64Array(lengths.length);
  const rarest = unlearnt(latent);
  for (const [place, learnt] of known.entries()) {
    const weight = learnt < 0 ? rarest : (latent.weights[learnt] ?? 0);
    for (let n = starts[place] ?? 0, end = starts[place + 1] ?? 0; n < end; n++) {
      const item = items[n] ?? 0;
      squares[item] = (squares[item] ?? 0) + ((1 + Math.log(uses[n] ?? 1)) * weight) ** 2;
    }
  }
  return squares;
}

/** Which way a request points, and how far: no further than what is known of its words. */
export function bearingOf(latent: Latent, asked: readonly AskedTerm[], model: Model): Float64Array {
  const { dimensions, weights, terms } = latent;
  const sum = new Float64Array(dimensions);
  const rarest = unlearnt(latent);
  let square = 0;
  for (const { term, count } of asked) {
    const place = placeOf(terms, term);
    const weight = (1 + Math.log(count)) * (place < 0 ? rarest : (weights[place] ?? 0));
    square += weight ** 2;
    if (place >= 0) add(sum, 0, latent[model], place * dimensions, weight, dimensions);
  }
  return square === 0 ? sum : sum.map((each) => each / Math.sqrt(square));
}

/** How far an item goes the same way: 1 the same, 0 across or away. */
export function agreement({ steps, reach }: Bearing, item: number, bearing: Float64Array): number {
  let sum = 0;
  const start = item * bearing.length;
  for (let n = 0; n < bearing.length; n++) sum += (steps[start + n] ?? 0) * (bearing[n] ?? 0);
  return Math.max(0, (sum / STEPS) * (reach[item] ?? 0));
}
