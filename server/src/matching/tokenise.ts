import { stem } from './stem.ts';

/** Every word of a text as it is compared: folded, stemmed where English, in order, stop words among them. */
export function words(text: string): readonly string[] {
  const known = phrases.get(text);
  if (known) return known;
  const found = surfaces(text).map(termOf);
  if (text.length > LONGEST_PHRASE) return found;
  if (phrases.size >= PHRASES_REMEMBERED) phrases.clear();
  phrases.set(text, found);
  return found;
}

/** The words that say what a text is about. */
export function topicWords(text: string): readonly string[] {
  return surfaces(text).flatMap((surface) => topicTermOf(surface) ?? []);
}

/** As `termOf`, or null for a word that says nothing of a topic. */
export function topicTermOf(surface: string): string | null {
  return STOP.has(surface) ? null : termOf(surface);
}

/** As `topicWords`, but a phrase made of stop words alone ("IT") keeps them rather than meaning nothing. */
export function contentWords(text: string): readonly string[] {
  const topical = topicWords(text);
  return topical.length > 0 ? topical : words(text);
}

/** The words as written, folded but not stemmed: what a sentence can show. */
export function surfaces(text: string): string[] {
  const folded = text.normalize('NFC').replace(INVISIBLE, '').toLowerCase().replace(POSSESSIVE, '');
  const found = folded.match(WORD) ?? [];
  return UNSPACED.test(folded) ? found.flatMap(segmented) : found;
}

/** The form in which two words count as the same word. */
export function termOf(surface: string): string {
  const known = terms.get(surface);
  if (known !== undefined) return known;
  const term = surface.length <= LONGEST_STEMMED && LATIN.test(surface) ? stem(surface) : surface;
  if (terms.size >= REMEMBERED) terms.clear();
  terms.set(surface, term);
  return term;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const LATIN = /^[a-z]+$/;
const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/gu;
/** Format characters, and the Arabic vowel marks and stretch that writers add or leave out at will. */
const INVISIBLE = /[\p{Cf}\u0640]|(?<=\p{Script=Arabic})\p{Mn}+/gu;
/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const LONGEST_STEMMED = 40;
const REMEMBERED = 50_000;
const terms = new Map<string, string>();

/** Names of expertise and criteria are compared many times in one ranking; long texts only once. */
const LONGEST_PHRASE = 200;
const PHRASES_REMEMBERED = 20_000;
const phrases = new Map<string, readonly string[]>();

const STOP = new Set(
  `a about after all also an and any are as at be because been before being between both but by can could did do does
  doing during each for from had has have having he her here his how i if in into is it its just may me more most must my
  need needs no nor not of on once only or other our out over own per please same she should so some such than that the
  their them then there these they this those through to too under until up us very via was we were what when where
  which while who whom why will with within without would you your`.split(/\s+/),
);

/** Whether a term can also come of a word that says nothing of a topic, as "need" of "needs". */
export function mayBeStopWord(term: string): boolean {
  stopTerms ??= new Set([...STOP].map(termOf));
  return stopTerms.has(term);
}

let stopTerms: Set<string> | null = null;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

function segmented(word: string): string[] {
  if (!UNSPACED.test(word)) return [word];
  return [...segmenter.segment(word)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}
