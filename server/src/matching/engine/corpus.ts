import type { Sparse } from './matrix.ts';
import type { Segment } from './segment.ts';
import { TermCollector, termAt, type TermTable } from './terms.ts';

/** A text to learn from: its terms, and how often it uses each. */
export type Text = readonly (readonly [term: string, uses: number])[];

/** What is learnt from: texts by terms, each row of length 1, and how much each term weighs in any text. */
export interface Corpus {
  terms: TermTable;
  weights: Float32Array;
  texts: Sparse;
}

/** So many texts teach as much as all of them, and no hub has to wait longer. */
const MOST_TEXTS = 20_000;
const MOST_TERMS = 30_000;
const FEWEST_TEXTS_OF_A_TERM = 2;

/** The items of a segment and the texts of requests, spaced evenly where there are too many. */
export function corpusOf(segment: Segment, requests: readonly Text[]): Corpus {
  const texts = [...textsOf(segment), ...requests.filter((text) => text.length > 0)];
  const within = new Map<string, number>();
  for (const text of texts) for (const [term] of text) within.set(term, (within.get(term) ?? 0) + 1);
  const known = [...within]
    .filter(([, count]) => count >= FEWEST_TEXTS_OF_A_TERM)
    .sort(([one, its], [other, others]) => others - its || (one < other ? -1 : 1))
    .slice(0, MOST_TERMS);
  const collected = new TermCollector();
  const encoder = new TextEncoder();
  const places = new Map<string, number>();
  for (const [term] of known) {
    const bytes = encoder.encode(term);
    places.set(term, collected.place(bytes, 0, bytes.length));
  }
  const weights = Float32Array.from(known, ([, count]) => Math.log((texts.length + 1) / count));
  return { terms: collected.table(), weights, texts: rowsOf(texts, places, weights) };
}

function rowsOf(texts: readonly Text[], places: ReadonlyMap<string, number>, weights: Float32Array): Sparse {
  const starts = new Uint32Array(texts.length + 1);
  const at: number[] = [];
  const values: number[] = [];
  for (const [row, text] of texts.entries()) {
    const from = at.length;
    let length = 0;
    for (const [term, uses] of text) {
      const place = places.get(term);
      if (place === undefined) continue;
      const value = (1 + Math.log(uses)) * (weights[place] ?? 0);
      at.push(place);
      values.push(value);
      length += value * value;
    }
    for (let n = from; n < values.length; n++) values[n] = (values[n] ?? 0) / Math.sqrt(length);
    starts[row + 1] = at.length;
  }
  return {
    rows: texts.length,
    columns: weights.length,
    starts,
    at: Uint32Array.from(at),
    values: Float32Array.from(values),
  };
}

/** A label of a word or two teaches nothing. */
const FEWEST_WORDS = 8;

function textsOf({ terms, starts, items, uses, lengths }: Segment): Text[] {
  const real = [...lengths.keys()].filter((item) => (lengths[item] ?? 0) >= FEWEST_WORDS);
  const step = Math.max(1, real.length / MOST_TEXTS);
  const chosen = new Map<number, [string, number][]>();
  for (let n = 0; n < real.length; n += step) chosen.set(real[Math.floor(n)] ?? 0, []);
  for (let place = 0; place < terms.count; place++) {
    const term = termAt(terms, place);
    for (let n = starts[place] ?? 0, end = starts[place + 1] ?? 0; n < end; n++)
      chosen.get(items[n] ?? -1)?.push([term, uses[n] ?? 0]);
  }
  return [...chosen.values()];
}
