import { scalesOf } from './engine/calibrate.ts';
import { itemsOf } from './engine/items.ts';
import { pack } from './engine/packed.ts';
import { askFor, type Query } from './engine/query.ts';
import { saturated } from './engine/scorers.ts';
import { labelOf, usesIn, type Segment } from './engine/segment.ts';
import { placeOf } from './engine/terms.ts';
import { homeOf, indexOf, realTextsOf, slotOf, type TopicIndex } from './engine/topic-index.ts';
import { capped, isPasted } from './engine/topic-scores.ts';
import type { CitedEvidence, ExpertFacts, RequestFacts } from './shapes.ts';
import { surfaces, termOf, topicWords } from './tokenise.ts';

/** What a person's evidence says on the request's topic, from 0 to 1, and the items that said it. */
export type Topic = { value: number; evidence: CitedEvidence[]; pasted: CitedEvidence[] };

/** Build once and pass to many rankings of the same people. Every person given counts in how rare a word is. */
export function indexExperts(experts: readonly ExpertFacts[]): TopicIndex {
  const packed = experts.map((expert) => pack(itemsOf(expert)));
  return indexOf(
    experts.map(({ id }) => id),
    (slot) => packed[slot] ?? new Uint8Array(),
    scalesOf,
  );
}

/** The request's words as weighed, and as they were written. */
export type TopicQuery = {
  index: TopicIndex;
  asked: Query;
  shown: ReadonlyMap<string, string>;
  /** Where each of its terms stands in a segment: looked up once, and asked for every item that is shown. */
  places: Map<Segment, number[]>;
};

/** All the words of a request, none cut. */
export function askTopic(index: TopicIndex, request: RequestFacts): TopicQuery {
  const text = textOf(request);
  const shown = new Map(
    surfaces(text)
      .toReversed()
      .map((surface) => [termOf(surface), surface]),
  );
  return { index, asked: askFor(index.statistics, topicWords(text)), shown, places: new Map() };
}

/** What a request asks for, in words. */
export function textOf({ title, problem, desiredOutcome, criteria }: RequestFacts): string {
  const expertise = criteria.filter(({ kind }) => kind === 'EXPERTISE').map(({ value }) => value);
  return [title, problem, desiredOutcome, ...expertise].join('\n');
}

/** The items of a person that say most to the request, and those that only repeat it. */
export function evidenceFor(query: TopicQuery, expertId: string): Omit<Topic, 'value'> {
  const home = homeOf(query.index, slotOf(query.index, expertId));
  if (!home) return { evidence: [], pasted: [] };
  const scored: Scored[] = [];
  for (let item = home.from; item < home.to; item++) {
    const each = scoredItem(query, home.segment, item);
    if (each.score > 0) scored.push(each);
  }
  scored.sort((one, other) => other.score - one.score || one.item - other.item);
  const told = (each: Scored) => cited(query, home.segment, each);
  return {
    evidence: scored.slice(0, CITED).map(told),
    pasted: scored.filter(({ isPaste }) => isPaste).map(told),
  };
}

/** How much of what a person says can be judged at all: n items of real text give n / (n + 1). */
export function confidenceIn(index: TopicIndex, expertId: string): number {
  return confidenceOf(realTextsOf(index, slotOf(index, expertId)));
}

export function confidenceOf(pieces: number): number {
  return pieces / (pieces + 1);
}

/** A person's first item that has every one of these words. */
export function itemHolding(
  index: TopicIndex,
  expertId: string,
  wanted: readonly string[],
): { title: string } | undefined {
  const home = homeOf(index, slotOf(index, expertId));
  if (!home) return undefined;
  const places = wanted.map((term) => placeOf(home.segment.terms, term));
  if (places.includes(-1)) return undefined;
  for (let item = home.from; item < home.to; item++)
    if (places.every((place) => usesIn(home.segment, place, item) > 0)) return labelOf(home.segment, item);
  return undefined;
}

const CITED = 3;
const WORDS_CITED = 4;

type Scored = { item: number; score: number; isPaste: boolean; terms: { term: string; score: number }[] };

function placesIn(segment: Segment, { asked, places }: TopicQuery): number[] {
  const known = places.get(segment) ?? asked.terms.map(({ term }) => placeOf(segment.terms, term));
  places.set(segment, known);
  return known;
}

function scoredItem(query: TopicQuery, segment: Segment, item: number): Scored {
  const { index, asked } = query;
  const places = placesIn(segment, query);
  const length = segment.lengths[item] ?? 0;
  const terms: Scored['terms'] = [];
  for (const [at, { term, weight }] of asked.terms.entries()) {
    const place = places[at] ?? -1;
    const used = place < 0 ? 0 : usesIn(segment, place, item);
    if (used > 0) terms.push({ term, score: weight * saturated(used, length) });
  }
  const score = terms.reduce((sum, each) => sum + each.score, 0);
  const isPaste = isPasted(asked, terms.length, length);
  return { item, score: isPaste ? capped(index.statistics, 'bm25', score) : score, isPaste, terms };
}

function cited({ shown }: TopicQuery, segment: Segment, { item, terms }: Scored): CitedEvidence {
  const best = terms.toSorted((one, other) => other.score - one.score || (one.term < other.term ? -1 : 1));
  const all = terms.reduce((sum, { score }) => sum + score, 0);
  return {
    ...labelOf(segment, item),
    terms: best
      .slice(0, WORDS_CITED)
      .map((each) => ({ word: shown.get(each.term) ?? each.term, share: each.score / all })),
  };
}
