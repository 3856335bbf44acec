import { surfaces, topicTermOf } from './tokenise.ts';

export type Item = { id: string; title: string; text: string };
/** An item's words, in order, each as its number in the index. */
export type IndexedItem = { id: string; title: string; words: Uint32Array };

/** Everyone's items, every term by number, and how many owners hold each. */
export type Bm25Index = {
  numbers: ReadonlyMap<string, number>;
  holders: readonly number[];
  items: ReadonlyMap<string, readonly IndexedItem[]>;
};
/** What each term of a request weighs, by its number; a term that nobody holds has none. */
export type Query = { terms: readonly string[]; weights: Float64Array };
export type TermScore = { term: string; score: number };

/**
 * Terms are counted once an owner, not once an item, and length is measured against a constant: so taking an item away
 * never makes what remains of that owner worth more.
 */
export function buildIndex(owners: Iterable<{ id: string; items: Item[] }>): Bm25Index {
  const numbers = new Map<string, number>();
  const numberOf = numbering(numbers);
  const holders: number[] = [];
  const items = new Map<string, IndexedItem[]>();
  for (const owner of owners) {
    const indexed = withoutRepeats(owner.items).map(({ id, title, text }): IndexedItem => {
      const words = surfaces(`${title}\n${text}`).map(numberOf);
      return { id, title, words: Uint32Array.from(words.filter((number) => number !== STOPPED)) };
    });
    const told = indexed.filter(({ words }) => words.length > 0);
    items.set(owner.id, told);

    const held = new Set<number>();
    for (const { words } of told) for (const number of words) held.add(number);
    for (const number of held) holders[number] = (holders[number] ?? 0) + 1;
  }
  return { numbers, holders, items };
}

const STOPPED = -1;

/** Each word as it is met is stemmed and numbered once, however often it returns. */
function numbering(numbers: Map<string, number>): (surface: string) => number {
  const known = new Map<string, number>();
  return (surface) => {
    const before = known.get(surface);
    if (before !== undefined) return before;
    const term = topicTermOf(surface);
    const number = term === null ? STOPPED : (numbers.get(term) ?? numbers.size);
    if (term !== null) numbers.set(term, number);
    known.set(surface, number);
    return number;
  };
}

/** All terms of a request, each weighed by how rare it is, as a vector of length 1: so long requests and short compare. */
export function askFor(index: Bm25Index, asked: readonly string[]): Query {
  const counts = new Map<string, number>();
  for (const term of asked) counts.set(term, (counts.get(term) ?? 0) + 1);
  const raw = [...counts].map(([term, count]) => ({
    term,
    weight: (1 + Math.log(count)) * rarity(index, term),
  }));
  const length = Math.sqrt(raw.reduce((sum, { weight }) => sum + weight * weight, 0));

  const weights = new Float64Array(index.numbers.size);
  const terms: string[] = [];
  for (const { term, weight } of raw) {
    const number = index.numbers.get(term);
    if (number === undefined) continue;
    weights[number] = weight / length;
    terms[number] = term;
  }
  return { terms, weights };
}

/** What each of the request's terms brings to one item; the item's score is their sum. */
export function termScores({ terms, weights }: Query, { words }: IndexedItem): TermScore[] {
  const counts = new Map<number, number>();
  for (const word of words) if (weights[word]) counts.set(word, (counts.get(word) ?? 0) + 1);

  const slowness = SATURATION * (1 - LENGTH_MATTERS + (LENGTH_MATTERS * words.length) / TYPICAL_LENGTH);
  return [...counts].map(([word, count]) => ({
    term: terms[word] ?? '',
    score: ((weights[word] ?? 0) * count * (SATURATION + 1)) / (count + slowness),
  }));
}

/** An owner's first item that has every one of these words. */
export function itemHolding(
  index: Bm25Index,
  ownerId: string,
  wanted: readonly string[],
): IndexedItem | undefined {
  const numbers = wanted.map((term) => index.numbers.get(term) ?? -1);
  if (numbers.includes(-1)) return undefined;
  return index.items.get(ownerId)?.find(({ words }) => numbers.every((number) => words.includes(number)));
}

const SATURATION = 1.2;
const LENGTH_MATTERS = 0.75;
const TYPICAL_LENGTH = 60;

function rarity({ numbers, holders, items }: Bm25Index, term: string): number {
  const holding = holders[numbers.get(term) ?? -1] ?? 0;
  return Math.log(1 + (items.size - holding + 0.5) / (holding + 0.5));
}

/** The same text pasted twice is one item. */
function withoutRepeats(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter(({ title, text }) => {
    const pasted = `${title}\n${text}`.trim();
    return !seen.has(pasted) && seen.add(pasted);
  });
}
