import type { Query } from './query.ts';
import type { Segment } from './segment.ts';
import { placeOf } from './terms.ts';

const SATURATION = 1.2;
const LENGTH_MATTERS = 0.75;
const TYPICAL_LENGTH = 60;

/**
 * What one use of a term by an item is worth before its weight (BM25). Length is measured against a constant, so that
 * taking an item away never makes what remains worth more.
 */
export function saturated(used: number, length: number): number {
  const slowness = SATURATION * (1 - LENGTH_MATTERS + (LENGTH_MATTERS * length) / TYPICAL_LENGTH);
  return (used * (SATURATION + 1)) / (used + slowness);
}

/** A short item says its few words loudly; so many words are taken as said about nothing. */
const QUIET = 20;

/**
 * How much likelier an item makes a word than everybody's words do: ln(1 + P(word | item) / P(word)), the log-odds of a
 * unigram language model (Ponte and Croft, SIGIR 1998). P(word) counts people, not uses, and each item stands alone: so
 * taking an item away never makes what remains worth more.
 */
export function likelier(used: number, length: number, odds: number): number {
  return Math.log(1 + (used / (length + QUIET)) * odds);
}

/** Some items of a segment: which, and of each item its place among them, counted from 1, or 0. */
export interface Chosen {
  items: readonly number[];
  places: Uint32Array;
}

/** What the request's words bring to each item of a segment, or to those chosen, in their order. */
export interface ItemScores {
  bm25: Float64Array;
  likeliness: Float64Array;
  /** How many different terms of the query each item has. */
  matched: Uint32Array;
}

export function scoreItems(segment: Segment, query: Query, chosen: Chosen | null): ItemScores {
  const count = chosen ? chosen.items.length : segment.lengths.length;
  const [bm25, likeliness] = [new Float64Array(count), new Float64Array(count)];
  const matched = new Uint32Array(count);
  const { starts, items, uses, lengths } = segment;
  for (const { term, count: times, weight, odds } of query.terms) {
    const place = placeOf(segment.terms, term);
    if (place < 0) continue;
    const share = times / query.asked;
    for (let at = starts[place] ?? 0, end = starts[place + 1] ?? 0; at < end; at++) {
      const item = items[at] ?? 0;
      const to = placeAmong(chosen, item);
      if (to < 0) continue;
      const [used, length] = [uses[at] ?? 0, lengths[item] ?? 0];
      matched[to] = (matched[to] ?? 0) + 1;
      bm25[to] = (bm25[to] ?? 0) + weight * saturated(used, length);
      likeliness[to] = (likeliness[to] ?? 0) + share * likelier(used, length, odds);
    }
  }
  return { bm25, likeliness, matched };
}

/** Where an item's scores are; -1 where it is not among those chosen. */
export function placeAmong(chosen: Chosen | null, item: number): number {
  return chosen ? (chosen.places[item] ?? 0) - 1 : item;
}

/** BM25 alone, of every item: what a short list is drawn up from. Half as exact and several times as fast. */
export function outlineItems(segment: Segment, query: Query): Float32Array {
  const scores = new Float32Array(segment.lengths.length);
  const { starts, items, uses, lengths } = segment;
  for (const { term, weight } of query.terms) {
    const place = placeOf(segment.terms, term);
    if (place < 0) continue;
    for (let at = starts[place] ?? 0, end = starts[place + 1] ?? 0; at < end; at++) {
      const item = items[at] ?? 0;
      scores[item] = (scores[item] ?? 0) + weight * saturated(uses[at] ?? 0, lengths[item] ?? 0);
    }
  }
  return scores;
}

/** The discounted sum: the best item counts most, ten more of the same can never add up to much. */
const POOL = 0.3;
const DISCOUNT = 0.7;

/** So few are sorted faster by hand, which everybody's items are for every request. */
const FEW = 24;

/** Sorts the scores it is given. */
export function pooled(scores: number[]): number {
  if (scores.length <= FEW) sortFew(scores);
  else scores.sort((one, other) => other - one);
  let sum = 0;
  let share = POOL;
  for (const score of scores) {
    if (score <= 0) break;
    sum += share * score;
    share *= DISCOUNT;
  }
  return sum;
}

/** The most that one item alone may say. */
export const ALONE = POOL;

function sortFew(scores: number[]): void {
  for (let at = 1; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    let to = at;
    for (; to > 0 && (scores[to - 1] ?? 0) < score; to--) scores[to] = scores[to - 1] ?? 0;
    scores[to] = score;
  }
}
