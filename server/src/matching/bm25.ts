import { topicWords } from './tokenise.ts';

export type Item = { id: string; title: string; text: string };
export type IndexedItem = { id: string; title: string; length: number; counts: ReadonlyMap<string, number> };

/** How many owners there are, how many of them hold each term, and everyone's items. */
export type Bm25Index = {
  owners: number;
  holders: ReadonlyMap<string, number>;
  items: ReadonlyMap<string, readonly IndexedItem[]>;
};
export type Query = ReadonlyMap<string, number>;

/**
 * Terms are counted once an owner, not once an item, and length is measured against a constant: so taking an item away
 * never makes what remains of that owner worth more.
 */
export function buildIndex(owners: Iterable<{ id: string; items: Item[] }>): Bm25Index {
  const holders = new Map<string, number>();
  const items = new Map<string, IndexedItem[]>();
  for (const owner of owners) {
    const indexed = withoutRepeats(owner.items);
    items.set(owner.id, indexed);
    const held = new Set<string>();
    for (const { counts } of indexed) for (const term of counts.keys()) held.add(term);
    for (const term of held) holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  return { owners: items.size, holders, items };
}

/** All terms of a request, each weighed by how rare it is, as a vector of length 1: so long requests and short compare. */
export function askFor(index: Bm25Index, asked: readonly string[]): Query {
  const terms = [...counted(asked)].map(
    ([term, count]) => [term, (1 + Math.log(count)) * rarity(index, term)] as const,
  );
  const norm = Math.sqrt(terms.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return new Map(terms.map(([term, weight]) => [term, weight / norm]));
}

/** What each of the request's terms brings to one item; the item's score is their sum. */
export function termScores(query: Query, { length, counts }: IndexedItem): { term: string; score: number }[] {
  const slowness = SATURATION * (1 - LENGTH_MATTERS + (LENGTH_MATTERS * length) / TYPICAL_LENGTH);
  const scores: { term: string; score: number }[] = [];
  const shorter = counts.size < query.size ? counts : query;
  for (const term of shorter.keys()) {
    const [weight, count] = [query.get(term), counts.get(term)];
    if (weight && count)
      scores.push({ term, score: (weight * count * (SATURATION + 1)) / (count + slowness) });
  }
  return scores;
}

const SATURATION = 1.2;
const LENGTH_MATTERS = 0.75;
const TYPICAL_LENGTH = 60;

function rarity({ owners, holders }: Bm25Index, term: string): number {
  const holding = holders.get(term) ?? 0;
  return Math.log(1 + (owners - holding + 0.5) / (holding + 0.5));
}

/** The same text pasted twice is one item. */
function withoutRepeats(items: readonly Item[]): IndexedItem[] {
  const texts = new Map(items.toReversed().map((item) => [`${item.title}\n${item.text}`.trim(), item]));
  const indexed = [...texts].toReversed().map(([text, { id, title }]): IndexedItem => {
    const terms = topicWords(text);
    return { id, title, length: terms.length, counts: counted(terms) };
  });
  return indexed.filter(({ length }) => length > 0);
}

function counted(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
