import { directionOf, isLanguage, TAGS, type Language } from './languages.ts';

let askedOnServer: () => Language | undefined = () => undefined;

/** Said once by the server's hooks: which language the request being answered is answered in. */
export function hearLanguageFrom(source: () => Language | undefined): void {
  askedOnServer = source;
}

/** The language of this page: on the server of this request, in the browser of the document. */
export function locale(): Language {
  const language = typeof document === 'undefined' ? askedOnServer() : document.documentElement.lang;
  return isLanguage(language) ? language : 'en';
}

/** For Intl: British English, French, and Arabic with the digits that number our replies. */
export function localeTag(): string {
  return TAGS[locale()];
}

export function direction(): 'ltr' | 'rtl' {
  return directionOf(locale());
}
