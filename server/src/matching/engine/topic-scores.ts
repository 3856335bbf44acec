import { agreement, bearingOf } from './bearings.ts';
import type { Query } from './query.ts';
import { ALONE, placeAmong, pooled, scoreItems, type Chosen, type ItemScores } from './scorers.ts';
import type { Segment } from './segment.ts';
import type { ScorerName, Statistics } from './statistics.ts';
import type { TopicIndex } from './topic-index.ts';

/** What each scorer makes of a person, before it is set on the common scale. */
export type Raw = Record<ScorerName, number>;

/** What the items of some people say to a query. */
export interface TopicScores {
  /** On the common scale, from 0 to 1: the mean of the scorers. */
  valueOf(slot: number): number;
  rawOf(slot: number): Raw;
}

/** Scores these people, or with null everybody, with all the terms of the query. */
export function scoreTopics(index: TopicIndex, query: Query, slots: readonly number[] | null): TopicScores {
  const { statistics } = index;
  const wanted = slots && chosen(index, slots);
  const scored = index.segments.map((segment, number) => {
    const among = wanted?.[number] ?? null;
    return wanted && !among ? null : bounded(segment, query, statistics, among);
  });
  const { latent } = statistics;
  const towards = latent && {
    lsa: bearingOf(latent, query.terms, 'lsa'),
    ppmi: bearingOf(latent, query.terms, 'ppmi'),
  };
  const rawOf = (slot: number): Raw => {
    const number = index.segmentOf[slot] ?? -1;
    const [segment, scores] = [index.segments[number], scored[number]];
    if (!segment || !scores) return NOTHING;
    const owner = index.ownerOf[slot] ?? 0;
    const [from, to] = [segment.itemsFrom[owner] ?? 0, segment.itemsFrom[owner + 1] ?? 0];
    const first = placeAmong(scores.among, from);
    if (from === to || first < 0) return NOTHING;
    const raw = {
      ...NOTHING,
      bm25: pooled([...scores.bm25.subarray(first, first + to - from)]),
      likeliness: pooled([...scores.likeliness.subarray(first, first + to - from)]),
    };
    const bearings = index.bearings[number];
    if (!towards || !bearings) return raw;
    for (const model of ['lsa', 'ppmi'] as const) {
      const said: number[] = [];
      for (let item = from; item < to; item++) {
        const agreed = agreement(bearings[model], item, towards[model]);
        said.push(scores.pasted.has(item) ? capped(statistics, model, agreed) : agreed);
      }
      raw[model] = pooled(said);
    }
    return raw;
  };
  return { rawOf, valueOf: (slot) => valueOf(statistics, rawOf(slot)) };
}

const NOTHING: Raw = { bm25: 0, likeliness: 0, lsa: 0, ppmi: 0 };

/** Views of the same words, equal in weight. What was not learnt yet is left out, for everybody. */
function valueOf({ scales, latent }: Statistics, raw: Raw): number {
  const views: readonly ScorerName[] = latent ? ALL : WORDS;
  return views.reduce((sum, name) => sum + calibrated(raw[name], scales[name]), 0) / views.length;
}

const WORDS = ['bm25', 'likeliness'] as const;
const ALL = [...WORDS, 'lsa', 'ppmi'] as const;

/** A logistic of the logarithm: 0 for nothing, a half at the middle, never above 1. */
export function calibrated(value: number, { middle, spread }: Statistics['scales']['bm25']): number {
  return value <= 0 ? 0 : 1 / (1 + Math.exp((middle - Math.log(value)) / spread));
}

/** The items of these people in each segment, one person's beside each other; null where a segment has none. */
function chosen(index: TopicIndex, slots: readonly number[]): (Chosen | null)[] {
  const all: ({ items: number[]; places: Uint32Array } | null)[] = index.segments.map(() => null);
  for (const slot of slots) {
    const number = index.segmentOf[slot] ?? -1;
    const segment = index.segments[number];
    if (!segment) continue;
    const { items, places } = (all[number] ??= {
      items: [],
      places: new Uint32Array(segment.lengths.length),
    });
    const owner = index.ownerOf[slot] ?? 0;
    const [from, to] = [segment.itemsFrom[owner] ?? 0, segment.itemsFrom[owner + 1] ?? 0];
    if (placeAmong({ items, places }, from) >= 0) continue;
    for (let item = from; item < to; item++) places[item] = items.push(item);
  }
  return all;
}

function bounded(
  segment: Segment,
  query: Query,
  statistics: Statistics,
  among: Chosen | null,
): ItemScores & { pasted: Set<number>; among: Chosen | null } {
  const scores = scoreItems(segment, query, among);
  const pasted = new Set<number>();
  for (let at = 0; at < scores.matched.length; at++) {
    const item = among ? (among.items[at] ?? 0) : at;
    if (!isPasted(query, scores.matched[at] ?? 0, segment.lengths[item] ?? 0)) continue;
    pasted.add(item);
    scores.bm25[at] = capped(statistics, 'bm25', scores.bm25[at] ?? 0);
    scores.likeliness[at] = capped(statistics, 'likeliness', scores.likeliness[at] ?? 0);
  }
  return { ...scores, pasted, among };
}

/** What only repeats the request says nothing of its own: alone it brings nobody above the middle. */
export function capped({ scales }: Statistics, scorer: ScorerName, score: number): number {
  return Math.min(score, Math.exp(scales[scorer].middle) / ALONE);
}

const FEWEST_TERMS = 12;
const NEARLY_ALL = 0.85;
const MUCH_LONGER = 4;

/** Whether an item with so many of the request's terms is the request, pasted. A book has them all and is not. */
export function isPasted({ terms, asked }: Query, matched: number, length: number): boolean {
  return (
    terms.length >= FEWEST_TERMS && matched >= NEARLY_ALL * terms.length && length <= MUCH_LONGER * asked
  );
}
