import { rarity, type Statistics } from './statistics.ts';

/** One term that is asked for. */
export interface AskedTerm {
  term: string;
  /** How often it is asked. */
  count: number;
  /** How much it tells, of a vector of length 1: so long requests and short ones compare. */
  weight: number;
  /** All that people hold, divided by how many hold this. */
  odds: number;
}

export interface Query {
  terms: readonly AskedTerm[];
  /** How many words are asked in all, those that nobody knows among them. */
  asked: number;
}

/** All the terms of a request, none cut, each weighed by how rare it is. */
export function askFor(statistics: Statistics, asked: readonly string[]): Query {
  const counts = new Map<string, number>();
  for (const term of asked) counts.set(term, (counts.get(term) ?? 0) + 1);
  const raw = [...counts].map(([term, count]) => {
    const holders = statistics.holdersOf(term);
    return { term, count, holders, weight: (1 + Math.log(count)) * rarity(statistics, holders) };
  });
  const length = Math.sqrt(raw.reduce((sum, { weight }) => sum + weight * weight, 0));
  const terms = raw.map(({ term, count, holders, weight }) => ({
    term,
    count,
    weight: length === 0 ? 0 : weight / length,
    odds: statistics.held / Math.max(1, holders),
  }));
  return { terms, asked: asked.length };
}
