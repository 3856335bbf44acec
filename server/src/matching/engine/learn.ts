import type { Corpus } from './corpus.ts';
import { orthonormal, seeded, times, turnedTimes, type Dense, type Sparse } from './matrix.ts';
import { associations } from './ppmi.ts';
import type { TermTable } from './terms.ts';

/**
 * What words have to do with each other, learnt from the hub's own texts: of each term a direction by which texts it stands
 * in (LSA; Deerwester and others, 1990), and one by which words it stands beside (PPMI; Levy and Goldberg, 2014).
 */
export interface Latent {
  terms: TermTable;
  /** How much a term weighs in a text. */
  weights: Float32Array;
  dimensions: number;
  lsa: Float32Array;
  ppmi: Float32Array;
}

const DIMENSIONS = 100;
const ROUNDS = 5;
const SEED = 1_947;

/** The same texts always teach the same, to the bit. */
export function learn(corpus: Corpus): Latent {
  const { terms, weights, texts } = corpus;
  const dimensions = Math.min(DIMENSIONS, texts.rows, texts.columns);
  const lsa = directions(texts, dimensions);
  const beside = associations(corpus);
  const ppmi = directions(beside, dimensions);
  return {
    ...{ terms, weights, dimensions },
    lsa: Float32Array.from(lsa.values),
    ppmi: Float32Array.from(ppmi.values),
  };
}

/** The strongest directions among the columns of a matrix, by repeated multiplication (block power iteration). */
function directions(matrix: Sparse, count: number): Dense {
  let found = orthonormal(seeded(matrix.columns, count, SEED));
  for (let round = 0; round < ROUNDS; round++) found = orthonormal(turnedTimes(matrix, times(matrix, found)));
  return found;
}
