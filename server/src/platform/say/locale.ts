import { AsyncLocalStorage } from 'node:async_hooks';
import { directionOf, TAGS, type Language } from './generated/languages.ts';

const spoken = new AsyncLocalStorage<Language>();

/** What `work` tells people is told in this language, unless something inside it says otherwise. */
export function speaking<Result>(language: Language, work: () => Result): Result {
  return spoken.run(language, work);
}

/** What people are told now; English where nobody in particular is told, as in a log. */
export function locale(): Language {
  return spoken.getStore() ?? 'en';
}

/** For Intl: British English, French, and Arabic with the digits that number our replies. */
export function localeTag(): string {
  return TAGS[locale()];
}

export function direction(): 'ltr' | 'rtl' {
  return directionOf(locale());
}
