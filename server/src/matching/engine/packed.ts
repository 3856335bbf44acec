import { surfaces, topicTermOf } from '../tokenise.ts';
import { grown } from './terms.ts';

/** Something a person says: a title and a text, found again by its id. */
export type Item = { id: string; title: string; text: string };

/** Rises with every change of how texts become items and terms: what was packed by another is packed again. */
export const TOKENISER = 2;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The items of one person as bytes: of each its id and title, how many words it has, and every term with how often it is
 * used. Both databases keep these bytes as they are, so both rank alike.
 */
export function pack(items: readonly Item[]): Uint8Array {
  const writing = { bytes: new Uint8Array(1_024), at: 0 };
  const told = items.map((item) => ({ item, terms: termsOf(item) })).filter(({ terms }) => terms.length > 0);
  writeNumber(writing, told.length);
  for (const { item, terms } of told) {
    const uses = new Map<string, number>();
    for (const term of terms) uses.set(term, (uses.get(term) ?? 0) + 1);
    writeText(writing, item.id);
    writeText(writing, item.title);
    writeNumber(writing, terms.length);
    writeNumber(writing, uses.size);
    for (const [term, used] of uses) {
      writeText(writing, term);
      writeNumber(writing, used);
    }
  }
  return writing.bytes.slice(0, writing.at);
}

/** The words of an item that say what it is about, in order, as they are compared. */
export function termsOf({ title, text }: Pick<Item, 'title' | 'text'>): string[] {
  return surfaces(`${title}\n${text}`).flatMap((surface) => topicTermOf(surface) ?? []);
}

export type Cursor = { bytes: Uint8Array; at: number };

/** Numbers of seven bits a byte, the lowest first. */
export function readNumber(reading: Cursor): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = reading.bytes[reading.at++] ?? 0;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}

/** Goes past a text, and answers with where its bytes begin. */
export function skipText(reading: Cursor): number {
  const length = readNumber(reading);
  reading.at += length;
  return reading.at - length;
}

/** The different terms of somebody's items. */
export function termsIn(packed: Uint8Array): Set<string> {
  const terms = new Set<string>();
  const reading = { bytes: packed, at: 0 };
  for (let items = packed.length > 0 ? readNumber(reading) : 0; items > 0; items--) {
    skipText(reading);
    skipText(reading);
    readNumber(reading);
    for (let left = readNumber(reading); left > 0; left--) {
      terms.add(decoder.decode(packed.subarray(skipText(reading), reading.at)));
      readNumber(reading);
    }
  }
  return terms;
}

function writeNumber(writing: Cursor, value: number): void {
  let left = value;
  if (writing.at + 8 > writing.bytes.length) writing.bytes = grown(writing.bytes, writing.at + 8);
  for (; left > 127; left = Math.floor(left / 128)) writing.bytes[writing.at++] = (left & 127) | 128;
  writing.bytes[writing.at++] = left;
}

function writeText(writing: Cursor, text: string): void {
  const bytes = encoder.encode(text);
  writeNumber(writing, bytes.length);
  if (writing.at + bytes.length > writing.bytes.length)
    writing.bytes = grown(writing.bytes, writing.at + bytes.length);
  writing.bytes.set(bytes, writing.at);
  writing.at += bytes.length;
}
