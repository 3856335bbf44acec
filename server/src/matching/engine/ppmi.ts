import type { Corpus } from './corpus.ts';
import type { Sparse } from './matrix.ts';

/** The commonest terms, of which it is learnt beside which they stand. */
const MOST_TERMS = 8_000;
const MOST_TEXTS = 6_000;
/** Contexts count by a power of how often they are met: or rare ones would seem to mean everything. */
const SMOOTHING = 0.75;
/** Two terms that met once met by chance. */
const FEWEST_MEETINGS = 2;
/** Of each term its strongest bonds are kept. */
const MOST_BONDS = 400;

/** How much more often two terms stand in one text than chance would have it: positive pointwise mutual information. */
export function associations({ texts, weights }: Corpus): Sparse {
  const size = Math.min(MOST_TERMS, weights.length);
  const step = Math.max(1, texts.rows / MOST_TEXTS);
  const rows: Uint32Array[] = [];
  for (let n = 0; n < texts.rows; n += step) {
    const row = Math.floor(n);
    rows.push(texts.at.slice(texts.starts[row], texts.starts[row + 1]).filter((term) => term < size));
  }
  const holding: number[][] = Array.from({ length: size }, () => []);
  const met = new Float64Array(size);
  for (const [row, terms] of rows.entries())
    for (const term of terms) {
      holding[term]?.push(row);
      met[term] = (met[term] ?? 0) + terms.length - 1;
    }
  const all = met.reduce((sum, each) => sum + each, 0);
  const smooth = met.map((each) => each ** SMOOTHING);
  const allSmooth = smooth.reduce((sum, each) => sum + each, 0);

  const starts = new Uint32Array(size + 1);
  const [at, values]: [number[], number[]] = [[], []];
  const together = new Float64Array(size);
  for (let term = 0; term < size; term++) {
    together.fill(0);
    for (const row of holding[term] ?? [])
      for (const other of rows[row] ?? []) together[other] = (together[other] ?? 0) + 1;
    const bonds: [number, number][] = [];
    for (let other = 0; other < size; other++) {
      const times = together[other] ?? 0;
      if (other === term || times < FEWEST_MEETINGS) continue;
      const chance = ((met[term] ?? 0) / all) * ((smooth[other] ?? 0) / allSmooth);
      const bond = Math.log(times / all / chance);
      if (bond > 0) bonds.push([other, bond]);
    }
    bonds.sort(([one, its], [other, others]) => others - its || one - other);
    for (const [other, bond] of bonds.slice(0, MOST_BONDS)) {
      at.push(other);
      values.push(bond);
    }
    starts[term + 1] = at.length;
  }
  // As many columns as there are terms: a term that is too rare has no bonds.
  return {
    rows: size,
    columns: weights.length,
    starts,
    at: Uint32Array.from(at),
    values: Float32Array.from(values),
  };
}
