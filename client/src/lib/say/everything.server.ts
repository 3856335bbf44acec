import arabic from './generated/patterns.ar.json';
import english from './generated/patterns.en.json';
import french from './generated/patterns.fr.json';
import routes from './generated/routes.json';
import type { Language } from './languages.ts';
import { locale } from './locale.ts';
import type { Patterns } from './told.ts';
import { hearWordsFrom } from './words.ts';

const all = { en: english, fr: french, ar: arabic } as unknown as Record<Language, Patterns>;
const saidOn = routes as Record<string, string[]>;

hearWordsFrom(() => all[locale()]);

/** What the script of a route may say, in the language of the request: it goes with the page. */
export function wordsOf(routeId: string | null): Patterns {
  const words = all[locale()];
  // While pages are being written, what they say changes with every key.
  if (import.meta.env.DEV) return words;
  const keys = saidOn[routeId ?? ''] ?? [];
  return Object.fromEntries(keys.flatMap((key) => (words[key] === undefined ? [] : [[key, words[key]]])));
}
