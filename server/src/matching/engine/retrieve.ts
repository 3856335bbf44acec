import type { Query } from './query.ts';
import { outlineItems, pooled } from './scorers.ts';
import type { TopicIndex } from './topic-index.ts';

/**
 * Where among these people those are whose items answer the query best by BM25 with all its terms, at most so many: the
 * short list that is then scored exactly. Null when that is everybody.
 */
export function retrieve(
  index: TopicIndex,
  query: Query,
  slots: ArrayLike<number>,
  most: number,
): readonly number[] | null {
  if (slots.length <= most) return null;
  const scores = outlinesOf(index, query, slots);
  const least = nthOf(scores, slots.length - most);
  const above: number[] = [];
  const level: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (score > least) above.push(at);
    if (score === least) level.push(at);
  }
  // Whoever is level at the end of the list is taken by id, so that every process takes the same.
  const idOf = (at: number) => index.ids[slots[at] ?? 0] ?? '';
  level.sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
  return [...above, ...level.slice(0, most - above.length)].sort((one, other) => one - other);
}

function outlinesOf(index: TopicIndex, query: Query, slots: ArrayLike<number>): Float64Array {
  const outlines = index.segments.map((segment) => outlineItems(segment, query));
  const scores = new Float64Array(slots.length);
  const said: number[] = [];
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] ?? -1;
    const number = index.segmentOf[slot] ?? -1;
    const [segment, outline] = [index.segments[number], outlines[number]];
    if (!segment || !outline) continue;
    const owner = index.ownerOf[slot] ?? 0;
    scores[at] = pooledOf(outline, segment.itemsFrom[owner] ?? 0, segment.itemsFrom[owner + 1] ?? 0, said);
  }
  return scores;
}

/** One list for all: a new one for each of a hundred thousand people would be most of the work. */
function pooledOf(outline: Float32Array, from: number, to: number, said: number[]): number {
  said.length = 0;
  for (let item = from; item < to; item++) {
    const score = outline[item] ?? 0;
    if (score > 0) said.push(score);
  }
  return said.length > 0 ? pooled(said) : 0;
}

/** The number that would stand at this place if they were sorted, smallest first (Hoare, CACM 4:7, 1961). */
export function nthOf(numbers: Float64Array, place: number): number {
  const all = numbers.slice();
  let [from, to] = [0, all.length - 1];
  while (from < to) {
    const pivot = all[(from + to) >> 1] ?? 0;
    let [low, high] = [from, to];
    while (low <= high) {
      while ((all[low] ?? 0) < pivot) low++;
      while ((all[high] ?? 0) > pivot) high--;
      if (low > high) break;
      const swapped = all[low] ?? 0;
      all[low++] = all[high] ?? 0;
      all[high--] = swapped;
    }
    if (place <= high) to = high;
    else if (place >= low) from = low;
    else break;
  }
  return all[place] ?? 0;
}
