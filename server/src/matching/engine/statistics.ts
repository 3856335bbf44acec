import type { Latent } from './learn.ts';
import { placeOf, type TermTable } from './terms.ts';

/** Where a scorer stands for "as much as not", and how far from it is far: a logistic of the logarithm of its value. */
export interface Scale {
  middle: number;
  spread: number;
}

export type ScorerName = 'bm25' | 'likeliness' | 'lsa' | 'ppmi';
export type Scales = Record<ScorerName, Scale>;

/** How many people, and the sum over all terms of how many of them use it. */
export interface Size {
  people: number;
  held: number;
}

/** Where each scorer stands, and what was learnt of words: fixed from one version of the index to the next. */
export interface IndexVersion {
  name: string;
  scales: Scales;
  latent: Latent | null;
  /** How large the community was then; null before anything was learnt. */
  size: Size | null;
}

/**
 * What is known of everybody's words together, and the version of the index. Neither belongs to a request: so scores
 * compare across requests and across people.
 */
export interface Statistics extends IndexVersion, Size {
  /** How many people use a term. */
  holdersOf(term: string): number;
}

/** Measured on the demo community, for hubs too small to measure their own. */
export const SMALL_HUB: Scales = {
  bm25: { middle: Math.log(0.35), spread: 0.5 },
  likeliness: { middle: Math.log(0.18), spread: 0.5 },
  lsa: { middle: Math.log(0.05), spread: 0.5 },
  ppmi: { middle: Math.log(0.05), spread: 0.5 },
};

/** What a hub starts with. */
export const UNTAUGHT: IndexVersion = { name: 'small', scales: SMALL_HUB, latent: null, size: null };

/** A part of the index with its terms and how many people in it use each. */
export type Counted = { terms: TermTable; holders: Uint32Array };

/**
 * Counts over all parts, less the words of those who were replaced since. Sizes stay what they were when the version was
 * made: so whoever comes without a word of a request changes nothing in its ranking, to the bit.
 */
export function statisticsOf(
  parts: readonly Counted[],
  dead: readonly ReadonlyMap<string, number>[],
  people: number,
  version: IndexVersion,
): Statistics {
  const holdersOf = (term: string): number => {
    let count = 0;
    for (const words of dead) count -= words.get(term) ?? 0;
    for (const { terms, holders } of parts) {
      const place = placeOf(terms, term);
      if (place >= 0) count += holders[place] ?? 0;
    }
    return count;
  };
  return { ...version, ...(version.size ?? { people, held: heldIn(parts, dead) }), holdersOf };
}

function heldIn(parts: readonly Counted[], dead: readonly ReadonlyMap<string, number>[]): number {
  let held = 0;
  for (const { holders } of parts) for (const count of holders) held += count;
  for (const words of dead) for (const count of words.values()) held -= count;
  return held;
}

/** How much a term tells: what everybody says tells little. */
export function rarity({ people }: Statistics, holders: number): number {
  return Math.log(1 + (Math.max(0, people - holders) + 0.5) / (holders + 0.5));
}
