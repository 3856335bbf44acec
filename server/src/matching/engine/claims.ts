import type { ExpertFacts } from '../shapes.ts';
import { pack, readNumber, type Item } from './packed.ts';
import { freeze, usesIn, type Segment } from './segment.ts';
import { placeOf } from './terms.ts';

/** Items of which some are claims: what people list as expertise or specialty. */
export interface Claims {
  segment: Segment;
  /** Of each item 1 more than the rank of the level claimed; 0 where it is no claim. */
  levels: Uint8Array;
}

/** What a claim is read as, by whoever judges it: all that has its words, and how high. */
export interface Claimed extends Item {
  rank: number;
}

/**
 * The claims of these people among the items of the segment that they own in this order, and beside it those that their
 * items lack: what stands there twice is an item once, and a claim twice.
 */
export function claimsOf(
  segment: Segment,
  experts: readonly ExpertFacts[],
  claimedBy: (expert: ExpertFacts) => readonly Claimed[],
): Claims[] {
  const levels = new Uint8Array(segment.lengths.length);
  const lacking: { slot: number; claims: Claimed[] }[] = [];
  for (const [slot, expert] of experts.entries()) {
    const claims = new Map(claimedBy(expert).map((claim) => [claim.id, claim]));
    const [from, to] = [segment.itemsFrom[slot] ?? 0, segment.itemsFrom[slot + 1] ?? 0];
    for (let item = from; item < to && claims.size > 0; item++) {
      const id = claimAt(segment, item);
      const claim = id === null ? undefined : claims.get(id);
      if (!claim) continue;
      levels[item] = claim.rank + 1;
      claims.delete(claim.id);
    }
    if (claims.size > 0) lacking.push({ slot, claims: [...claims.values()] });
  }
  // Each is an owner of its own, so that none is left out for being without words.
  const alone = lacking.flatMap(({ slot, claims }) => claims.map((claim) => ({ slot, claim })));
  const beside = freeze(alone.map(({ slot, claim }) => ({ slot, packed: pack([claim]) })));
  const ranks = Uint8Array.from(beside.owners, (owner) => (alone[owner]?.claim.rank ?? 0) + 1);
  return [
    { segment, levels },
    { segment: beside, levels: ranks },
  ];
}

/** Of each row 1 where the person has no claim with all these terms at this rank or above. */
export function rowsNotClaiming(
  parts: readonly Claims[],
  count: number,
  terms: readonly string[],
  rank: number,
): Uint8Array {
  const rows = new Uint8Array(count).fill(1);
  for (const { segment, levels } of parts) {
    const { starts, items, owners, slots } = segment;
    const places = terms.map((term) => placeOf(segment.terms, term));
    if (places.includes(-1)) continue;
    const usedBy = (place: number) => (starts[place + 1] ?? 0) - (starts[place] ?? 0);
    const [rarest = 0, ...others] = places.sort((one, other) => usedBy(one) - usedBy(other));
    for (let at = starts[rarest] ?? 0, end = starts[rarest + 1] ?? 0; at < end; at++) {
      const item = items[at] ?? 0;
      if ((levels[item] ?? 0) <= rank) continue;
      if (others.every((place) => usesIn(segment, place, item) > 0)) rows[slots[owners[item] ?? 0] ?? 0] = 0;
    }
  }
  return rows;
}

const decoder = new TextDecoder();
const COLON = 58;
const COLON_AT = 'expertise'.length;

/** The id of an item that may be a claim: most are none, and need not be read. */
function claimAt({ labels, labelBytes }: Segment, item: number): string | null {
  const reading = { bytes: labelBytes, at: labels[item] ?? 0 };
  const length = readNumber(reading);
  if (labelBytes[reading.at + COLON_AT] !== COLON) return null;
  return decoder.decode(labelBytes.subarray(reading.at, reading.at + length));
}
