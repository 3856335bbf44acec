import type { Query } from './query.ts';
import { outlineItems, pooled } from './scorers.ts';
import type { TopicIndex } from './topic-index.ts';

/**
 * The places of at most so many of these people, those first whose items answer the query best by BM25 with all its terms:
 * the short list that is then scored exactly. The rest follow.
 */
export function retrieve(
  index: TopicIndex,
  query: Query,
  slots: readonly number[],
  most: number,
): readonly number[] {
  if (slots.length <= most) return slots;
  const outlines = index.segments.map((segment) => outlineItems(segment, query));
  const scores = new Float64Array(slots.length);
  for (const [at, slot] of slots.entries()) {
    const number = index.segmentOf[slot] ?? -1;
    const [segment, outline] = [index.segments[number], outlines[number]];
    if (!segment || !outline) continue;
    const owner = index.ownerOf[slot] ?? 0;
    const [from, to] = [segment.itemsFrom[owner] ?? 0, segment.itemsFrom[owner + 1] ?? 0];
    scores[at] = pooledOf(outline, from, to);
  }
  const least = Float64Array.from(scores).sort()[slots.length - most] ?? 0;
  const above = [...slots.keys()].filter((at) => (scores[at] ?? 0) > least);
  // Whoever is level at the end of the list is taken by id, so that every process takes the same.
  const level = [...slots.keys()]
    .filter((at) => scores[at] === least)
    .sort((one, other) =>
      (index.ids[slots[one] ?? 0] ?? '') < (index.ids[slots[other] ?? 0] ?? '') ? -1 : 1,
    )
    .slice(0, most - above.length);
  return [...above, ...level].sort((one, other) => one - other).map((at) => slots[at] ?? 0);
}

function pooledOf(outline: Float32Array, from: number, to: number): number {
  const said: number[] = [];
  for (let item = from; item < to; item++) {
    const score = outline[item] ?? 0;
    if (score > 0) said.push(score);
  }
  return said.length === 0 ? 0 : pooled(said);
}
