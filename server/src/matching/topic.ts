import {
  askFor,
  buildIndex,
  termScores,
  type Bm25Index,
  type IndexedItem,
  type Item,
  type Query,
  type TermScore,
} from './bm25.ts';
import type { CitedEvidence, ExpertFacts, RequestFacts } from './shapes.ts';
import { surfaces, termOf, topicWords } from './tokenise.ts';

/** What a person's evidence says on the request's topic, from 0 to 1, and the items that said it. */
export type Topic = { value: number; evidence: CitedEvidence[] };

/** Build once and pass to many rankings of the same people. Every person given counts in how rare a word is. */
export function indexExperts(experts: readonly ExpertFacts[]): Bm25Index {
  return buildIndex(experts.map((expert) => ({ id: expert.id, items: itemsOf(expert) })));
}

/** The request's words as weighed, and as they were written. */
export type TopicQuery = { index: Bm25Index; asked: Query; shown: ReadonlyMap<string, string> };

/** All the words of a request, none cut. */
export function askTopic(index: Bm25Index, request: RequestFacts): TopicQuery {
  const expertise = request.criteria.filter(({ kind }) => kind === 'EXPERTISE').map(({ value }) => value);
  const text = [request.title, request.problem, request.desiredOutcome, ...expertise].join('\n');
  const shown = new Map(
    surfaces(text)
      .toReversed()
      .map((surface) => [termOf(surface), surface]),
  );
  return { index, asked: askFor(index, topicWords(text)), shown };
}

export function topicOf(query: TopicQuery, expertId: string): Topic {
  const scored = (query.index.items.get(expertId) ?? [])
    .map((item) => scoredItem(query.asked, item))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || (one.item.id < other.item.id ? -1 : 1));
  const pooled = scored.reduce((sum, { score }, place) => sum + POOL * DISCOUNT ** place * score, 0);
  return { value: calibrated(pooled), evidence: scored.slice(0, CITED).map((each) => cited(query, each)) };
}

/** How much of what a person says can be judged at all: n items of real text give n / (n + 1). */
export function confidenceIn(index: Bm25Index, expertId: string): number {
  const real = (index.items.get(expertId) ?? []).filter(({ words }) => words.length >= REAL_TEXT).length;
  return real / (real + 1);
}

/** The discounted sum: the best item counts most, ten more of the same can never add up to much. */
const POOL = 0.3;
const DISCOUNT = 0.7;

/** A logistic of the logarithm, with constants that belong to the rules and not to the request. */
const MIDDLE = Math.log(0.35);
const SPREAD = 0.5;

const CITED = 3;
const WORDS_CITED = 4;
const REAL_TEXT = 8;

function calibrated(pooled: number): number {
  return 1 / (1 + Math.exp((MIDDLE - Math.log(pooled)) / SPREAD));
}

/** Profession, employer and name are left out: they earn nothing here. */
function itemsOf({ about, specialties, expertise, evidenceTexts }: ExpertFacts): Item[] {
  return [
    ...evidenceTexts.map(({ id, title, text }) => ({ id, title, text })),
    ...expertise.map(({ name, evidence }, at) => ({
      id: `expertise:${at}`,
      title: name,
      text: evidence ?? '',
    })),
    ...specialties.map((name, at) => ({ id: `specialty:${at}`, title: name, text: '' })),
    { id: 'about', title: '', text: about },
  ];
}

type Scored = { item: IndexedItem; score: number; terms: TermScore[] };

function scoredItem(query: Query, item: IndexedItem): Scored {
  const terms = termScores(query, item);
  return { item, terms, score: terms.reduce((sum, { score }) => sum + score, 0) };
}

function cited({ shown }: TopicQuery, { item, score, terms }: Scored): CitedEvidence {
  const best = terms.toSorted((one, other) => other.score - one.score || (one.term < other.term ? -1 : 1));
  return {
    id: item.id,
    title: item.title,
    terms: best
      .slice(0, WORDS_CITED)
      .map((each) => ({ word: shown.get(each.term) ?? each.term, share: each.score / score })),
  };
}
