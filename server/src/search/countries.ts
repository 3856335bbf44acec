import countries from 'i18n-iso-countries/index.js';
import { wordsOf } from './fold.ts';

let known: Map<string, string> | null = null;

/** The code of a country by its name in a language of the hub, or null. */
export function countryNamed(name: string): string | null {
  known ??= names();
  return known.get(plain(name)) ?? null;
}

function names(): Map<string, string> {
  const codes = Object.keys(countries.getAlpha2Codes());
  const all = new Map<string, string>();
  for (const language of ['en', 'fr', 'ar']) {
    const display = new Intl.DisplayNames([language], { type: 'region' });
    for (const code of codes) all.set(plain(display.of(code) ?? code), code);
  }
  return all;
}

function plain(name: string): string {
  return wordsOf(name)
    .map(({ text }) => text)
    .join(' ');
}
