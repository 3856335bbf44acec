import type { RawBuilder } from 'kysely';
import { countryCode } from '../people/places.ts';
import { sql } from '../platform/sql.ts';
import { countryNamed } from './countries.ts';
import { wordsOf } from './fold.ts';

/** One thing that must be found: a word, or words that stand side by side. */
export interface Term {
  words: string[];
  /** Written in quotation marks: no other form of it will do. */
  isQuoted: boolean;
}

/** What somebody looks for. */
export interface Asked {
  terms: Term[];
  /** Only what belongs to this strand, by its slug or words of its name. */
  strand: string | null;
  /** Only what is about this country, as ISO 3166 alpha-2; '' for one that there is not. */
  country: string | null;
}

const LONGEST = 1_000;
const MOST_TERMS = 8;
const PART = /(?:(strand|country):\s*)?(?:"([^"]*)"?|([^\s"]+))/giu;

/** Reads the box. Whatever is written there means something, or nothing, and never fails. */
export function askedBy(text: string): Asked {
  const written = text
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/[“”„«»]/g, '"');
  const asked: Asked = { terms: [], strand: null, country: null };
  for (const [, operator, quoted, bare] of written.matchAll(PART)) {
    const value = quoted ?? bare ?? '';
    if (operator?.toLowerCase() === 'strand') asked.strand = value;
    else if (operator) asked.country = countryCode(value) ?? countryNamed(value) ?? '';
    else addTerm(asked, value, quoted !== undefined);
  }
  const telling = asked.terms.filter(({ words, isQuoted }) => isQuoted || !SMALL.has(words.join(' ')));
  if (telling.length > 0) asked.terms = telling;
  asked.terms.splice(MOST_TERMS);
  return asked;
}

function addTerm(asked: Asked, value: string, isQuoted: boolean): void {
  const words = wordsOf(value)
    .slice(0, MOST_TERMS)
    .map(({ text }) => text);
  const isKnown = asked.terms.some((term) => term.words.join(' ') === words.join(' '));
  if (words.length > 0 && !isKnown) asked.terms.push({ words, isQuoted });
}

/** Nothing was asked that could be found. */
export function isEmpty({ terms, strand, country }: Asked): boolean {
  return terms.length === 0 && strand === null && country === null;
}

const SHORTEST_BEGINNING = 4;
const SHORTEST_GUESS = 4;

/** A single word of some length also stands for the words it begins. */
export function isBeginning({ words: [word = '', ...more], isQuoted }: Term): boolean {
  return !isQuoted && more.length === 0 && word.length >= SHORTEST_BEGINNING;
}

/** A word long enough that another, nearly the same, may be meant. */
export function mayBeMisspelt({ words: [word = '', ...more], isQuoted }: Term): boolean {
  return !isQuoted && more.length === 0 && word.length >= SHORTEST_GUESS;
}

/** SQL: this text holds the term. The index over `search_words` answers it. */
export function holds(document: RawBuilder<unknown>, term: Term): RawBuilder<boolean> {
  const { words } = term;
  // Words hold neither quotation marks nor backslashes: both separate words.
  const query = words.map((word) => `'${word}'${isBeginning(term) ? ':*' : ''}`).join(' & ');
  const found = sql`search_words(${document}) @@ ${query}::tsquery`;
  if (words.length === 1) return sql`(${found})`;
  return sql`(${found} and position(${` ${words.join(' ')} `} in ' ' || search_text(${document}) || ' ') > 0)`;
}

/** SQL: this short text holds a word that is nearly the term: one that begins like it, or one with a slip in it. */
export function nearlyHolds(document: RawBuilder<unknown>, { words }: Term): RawBuilder<boolean> {
  const word = sql`${words[0] ?? ''}::text`;
  return sql`(${word} <% search_text(${document}) or ${word} <<% search_text(${document}))`;
}

/** Words that stand in every text. `it`, `us` and `who` are not among them: here they mean more. */
const SMALL = new Set(
  `a an and are as at be by do does for from how in is of on or that the this to what where which with
  au aux ce ces dans de des du en est et la le les mais ou par pour que qui sur un une
  في من على الي الى عن و او ما هل ان`.split(/\s+/),
);
