import type { Segment } from './segment.ts';
import { freeze, type Owner } from './segment.ts';
import type { Bearings } from './bearings.ts';
import { statisticsOf, UNTAUGHT, type Scales, type Statistics } from './statistics.ts';

/**
 * Everybody's words: segments that never change, and of each person which segment holds their newest ones. What was
 * replaced stays in its segment, unheard, until the next is frozen.
 */
export interface TopicIndex {
  statistics: Statistics;
  segments: readonly Segment[];
  /** Which way the items of each segment point; null until something was learnt. */
  bearings: readonly (Bearings | null)[];
  /** Everybody by their place, and the way back. */
  ids: readonly string[];
  slots: ReadonlyMap<string, number>;
  /** Of each place: which segment, and which of its owners; -1 where nobody is. */
  segmentOf: Int32Array;
  ownerOf: Int32Array;
  /** How far of what changed it has heard. */
  watermark: string;
}

/** An index of these people in one segment, with statistics of their own. */
export function indexOf(
  ids: readonly string[],
  packedOf: (slot: number) => Uint8Array,
  scale: (index: TopicIndex) => Scales = () => UNTAUGHT.scales,
): TopicIndex {
  const owners = function* (): Generator<Owner> {
    for (let slot = 0; slot < ids.length; slot++) yield { slot, packed: packedOf(slot) };
  };
  const segment = freeze(owners());
  const index: TopicIndex = {
    statistics: statisticsOf([segment], [], ids.length, UNTAUGHT),
    segments: [segment],
    bearings: [null],
    ids,
    slots: new Map(ids.map((id, slot) => [id, slot])),
    ...homesOf([segment], ids.length),
    watermark: '0',
  };
  return { ...index, statistics: { ...index.statistics, scales: scale(index) } };
}

/** Where each person's newest words are: a later segment replaces an earlier. */
export function homesOf(
  segments: readonly Segment[],
  places: number,
): Pick<TopicIndex, 'segmentOf' | 'ownerOf'> {
  const segmentOf = new Int32Array(places).fill(-1);
  const ownerOf = new Int32Array(places).fill(-1);
  for (const [number, { slots }] of segments.entries())
    for (const [owner, slot] of slots.entries()) {
      segmentOf[slot] = number;
      ownerOf[slot] = owner;
    }
  return { segmentOf, ownerOf };
}

/** The place of somebody who is probably `at`, or -1. */
export function slotOf(index: TopicIndex, id: string, at = -1): number {
  return index.ids[at] === id ? at : (index.slots.get(id) ?? -1);
}

/** Their segment and their items in it, or null when they say nothing. */
export function homeOf(
  index: TopicIndex,
  slot: number,
): { segment: Segment; from: number; to: number } | null {
  const owner = index.ownerOf[slot] ?? -1;
  const segment = index.segments[index.segmentOf[slot] ?? -1];
  if (!segment || owner < 0) return null;
  return { segment, from: segment.itemsFrom[owner] ?? 0, to: segment.itemsFrom[owner + 1] ?? 0 };
}

/** Of how many of their items there is real text. */
export function realTextsOf(index: TopicIndex, slot: number): number {
  return index.segments[index.segmentOf[slot] ?? -1]?.realTexts[index.ownerOf[slot] ?? -1] ?? 0;
}
