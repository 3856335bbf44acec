import { Field, ObjectType } from 'type-graphql';
import { isBeginning, mayBeMisspelt, type Term } from './asked.ts';
import { wordsOf, type Word } from './fold.ts';

@ObjectType({ description: 'A stretch of a text. Put together they are the text; none of it is HTML.' })
export class Stretch {
  @Field(() => String, { description: 'The words as written.' }) text: string;
  @Field(() => Boolean, { description: 'This is what was looked for.' }) isMatch: boolean;
}

/** A place in a text, and what stands there. */
interface Place {
  from: number;
  to: number;
}

const NEARLY = 0.5;

/** The places of a text that were looked for: each term itself, else what is nearly the same. */
export function placesIn(text: string, terms: Term[]): Place[] {
  const words = wordsOf(text);
  return terms
    .flatMap((term) => {
      const exact = occurrences(words, term);
      return exact.length > 0 ? exact : words.filter((word) => nearness(word.text, term) >= NEARLY);
    })
    .toSorted((a, b) => a.from - b.from);
}

/** The whole of a short text, with what was looked for in it. */
export function marked(text: string, terms: Term[]): Stretch[] {
  return stretches(text, placesIn(text, terms));
}

/** The part of a text around the first place that was looked for, or its beginning. */
export function snippetOf(text: string, terms: Term[], most = 220): Stretch[] {
  const places = placesIn(text, terms);
  const first = places[0]?.from ?? 0;
  const from = first < most / 2 ? 0 : wordStart(text, first - Math.round(most / 3));
  const to = from + most >= text.length ? text.length : wordEnd(text, from + most);
  const shown = places
    .filter((place) => place.from >= from && place.to <= to)
    .map((place) => ({ from: place.from - from, to: place.to - from }));
  const parts = stretches(text.slice(from, to), shown);
  if (from > 0) parts.unshift({ text: '… ', isMatch: false });
  if (to < text.length) parts.push({ text: ' …', isMatch: false });
  return parts;
}

/** A word of these texts that is nearly the term, as it is written there, when the term itself is nowhere. */
export function nearestWord(texts: string[], term: Term): string | null {
  if (!mayBeMisspelt(term)) return null;
  let best: { word: string; near: number } | null = null;
  for (const text of texts) {
    for (const word of wordsOf(text)) {
      if (occurrences([word], term).length > 0) return null;
      const near = nearness(word.text, term);
      if (near >= NEARLY && near > (best?.near ?? 0)) best = { word: text.slice(word.from, word.to), near };
    }
  }
  return best?.word ?? null;
}

function occurrences(words: Word[], term: Term): Place[] {
  const [first = '', ...more] = term.words;
  return words.flatMap((word, at) => {
    const begins = isBeginning(term) ? word.text.startsWith(first) : word.text === first;
    if (!begins || !more.every((next, n) => words[at + n + 1]?.text === next)) return [];
    return [{ from: word.from, to: words[at + more.length]?.to ?? word.to }];
  });
}

/** How much of the term is in the word, 0 to 1, by their groups of three letters: as the database compares. */
function nearness(word: string, term: Term): number {
  if (!mayBeMisspelt(term)) return 0;
  const wanted = triples(term.words[0] ?? '');
  const there = triples(word);
  return [...wanted].filter((triple) => there.has(triple)).length / Math.max(wanted.size, there.size / 2);
}

function triples(word: string): Set<string> {
  const padded = [...`  ${word} `];
  return new Set(padded.slice(2).map((letter, at) => `${padded[at]}${padded[at + 1]}${letter}`));
}

function stretches(text: string, places: Place[]): Stretch[] {
  const parts: Stretch[] = [];
  let at = 0;
  for (const { from, to } of places) {
    if (from < at) continue;
    if (from > at) parts.push({ text: text.slice(at, from), isMatch: false });
    parts.push({ text: text.slice(from, to), isMatch: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMatch: false });
  return parts;
}

function wordStart(text: string, near: number): number {
  const blank = text.indexOf(' ', Math.max(near, 0));
  return blank < 0 || blank > near + 40 ? whole(text, near) : blank + 1;
}

function wordEnd(text: string, near: number): number {
  const blank = text.lastIndexOf(' ', near);
  return blank < near - 40 ? whole(text, near) : blank;
}

/** Not between the halves of a character. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
}
