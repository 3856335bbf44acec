import { readNumber, skipText, type Cursor } from './packed.ts';
import { grown, TermCollector, type TermTable } from './terms.ts';

/** Somebody whose words are indexed: their place among everybody, and their packed items. */
export type Owner = { slot: number; packed: Uint8Array };

/**
 * A part of the index that never changes: which items use each term, and how often. Everything is a typed array, so that a
 * worker can make it and hand it over.
 */
export interface Segment {
  terms: TermTable;
  /** Where the uses of each term begin in `items` and `uses`, and where the last end. */
  starts: Uint32Array;
  items: Uint32Array;
  uses: Uint16Array;
  /** How many owners use each term. */
  holders: Uint32Array;
  /** Of each item: how many words it has, whose it is, and where its id and title are. */
  lengths: Uint32Array;
  owners: Uint32Array;
  labels: Uint32Array;
  labelBytes: Uint8Array;
  /** Of each owner: their place among everybody, where their items begin (and the last end), and how many have real text. */
  slots: Uint32Array;
  itemsFrom: Uint32Array;
  realTexts: Uint32Array;
}

/** An item shorter than this is a label, not a text. */
const REAL_TEXT = 8;
const MOST_USES = 65_535;

export function freeze(owners: Iterable<Owner>): Segment {
  const gathered = new Gathering();
  for (const owner of owners) gathered.add(owner);
  return gathered.frozen();
}

/** Packed rows as they come, item by item; turned over to term by term at the end. */
export class Gathering {
  readonly #terms = new TermCollector();
  #places = new Uint32Array(1_024);
  #uses = new Uint16Array(1_024);
  #used = 0;
  #ends = new Uint32Array(256);
  #lengths = new Uint32Array(256);
  #owners = new Uint32Array(256);
  #labels = new Uint32Array(257);
  #items = 0;
  #labelBytes = new Uint8Array(4_096);
  readonly #slots: number[] = [];
  readonly #itemsFrom: number[] = [0];
  readonly #realTexts: number[] = [];

  add({ slot, packed }: Owner): void {
    const reading = { bytes: packed, at: 0 };
    let real = 0;
    for (let left = packed.length > 0 ? readNumber(reading) : 0; left > 0; left--)
      if (this.#addItem(reading) >= REAL_TEXT) real++;
    this.#slots.push(slot);
    this.#realTexts.push(real);
    this.#itemsFrom.push(this.#items);
  }

  #addItem(reading: Cursor): number {
    const item = this.#items++;
    if (item + 2 > this.#lengths.length) this.#moreItems(item + 2);
    const labelFrom = reading.at;
    skipText(reading);
    skipText(reading);
    this.#keepLabel(item, reading.bytes.subarray(labelFrom, reading.at));
    const words = readNumber(reading);
    for (let left = readNumber(reading); left > 0; left--) {
      const from = skipText(reading);
      if (this.#used === this.#places.length) {
        this.#places = grown(this.#places, this.#used + 1);
        this.#uses = grown(this.#uses, this.#used + 1);
      }
      this.#places[this.#used] = this.#terms.place(reading.bytes, from, reading.at);
      this.#uses[this.#used++] = Math.min(MOST_USES, readNumber(reading));
    }
    this.#ends[item] = this.#used;
    this.#lengths[item] = words;
    this.#owners[item] = this.#slots.length;
    return words;
  }

  #keepLabel(item: number, label: Uint8Array): void {
    const from = this.#labels[item] ?? 0;
    const to = from + label.length;
    if (to > this.#labelBytes.length) this.#labelBytes = grown(this.#labelBytes, to);
    this.#labelBytes.set(label, from);
    this.#labels[item + 1] = to;
  }

  #moreItems(least: number): void {
    this.#ends = grown(this.#ends, least);
    this.#lengths = grown(this.#lengths, least);
    this.#owners = grown(this.#owners, least);
    this.#labels = grown(this.#labels, least + 1);
  }

  frozen(): Segment {
    const count = this.#terms.count;
    const starts = new Uint32Array(count + 1);
    for (let at = 0; at < this.#used; at++) raise(starts, (this.#places[at] ?? 0) + 1, 1);
    for (let place = 0; place < count; place++) raise(starts, place + 1, starts[place] ?? 0);
    const next = starts.slice(0, count);
    const items = new Uint32Array(this.#used);
    const uses = new Uint16Array(this.#used);
    const holders = new Uint32Array(count);
    const lastOwner = new Uint32Array(count);
    let at = 0;
    for (let item = 0; item < this.#items; item++) {
      const owner = (this.#owners[item] ?? 0) + 1;
      for (const end = this.#ends[item] ?? 0; at < end; at++) {
        const place = this.#places[at] ?? 0;
        const into = raise(next, place, 1);
        items[into] = item;
        uses[into] = this.#uses[at] ?? 0;
        if (lastOwner[place] === owner) continue;
        lastOwner[place] = owner;
        raise(holders, place, 1);
      }
    }
    return {
      ...{ terms: this.#terms.table(), starts, items, uses, holders },
      lengths: this.#lengths.slice(0, this.#items),
      owners: this.#owners.slice(0, this.#items),
      labels: this.#labels.slice(0, this.#items + 1),
      labelBytes: this.#labelBytes.slice(0, this.#labels[this.#items]),
      slots: Uint32Array.from(this.#slots),
      itemsFrom: Uint32Array.from(this.#itemsFrom),
      realTexts: Uint32Array.from(this.#realTexts),
    };
  }
}

/** Adds to one of the numbers, and answers with what it was. */
function raise(numbers: Uint32Array, at: number, by: number): number {
  const before = numbers[at] ?? 0;
  numbers[at] = before + by;
  return before;
}

const decoder = new TextDecoder();

/** What an item is called: its id and its title. */
export function labelOf({ labels, labelBytes }: Segment, item: number): { id: string; title: string } {
  const reading = { bytes: labelBytes, at: labels[item] ?? 0 };
  const text = () => decoder.decode(labelBytes.subarray(skipText(reading), reading.at));
  return { id: text(), title: text() };
}

/** How often an item uses the term at this place. */
export function usesIn({ starts, items, uses }: Segment, place: number, item: number): number {
  let low = starts[place] ?? 0;
  let high = starts[place + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] ?? 0) < item) low = middle + 1;
    else high = middle;
  }
  return low < (starts[place + 1] ?? 0) && items[low] === item ? (uses[low] ?? 0) : 0;
}

/** How many bytes a segment takes. */
export function bytesOf(segment: Segment): number {
  const { terms, ...arrays } = segment;
  const all = [...Object.values(arrays), terms.hashed, terms.starts, terms.bytes] as { byteLength: number }[];
  return all.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
