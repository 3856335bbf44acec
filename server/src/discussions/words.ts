import { languageTag } from '../people/languages.ts';
import { ProblemCode } from '../platform/results.ts';
import { publicWords, type Words } from '../platform/words.ts';

export const TITLE_MAX = 150;
export const BODY_MAX = 10_000;
export const SUMMARY_MAX = 240;

export function cleanTitle(raw: string): Words {
  return publicWords(raw, { max: TITLE_MAX, field: 'title', label: 'a title' });
}

export function cleanBody(raw: string): Words {
  return publicWords(raw, { max: BODY_MAX, multiline: true, field: 'body', label: 'your text' });
}

/** The language of a text, in the usual form of its tag. */
export function cleanLang(raw: string): Words {
  const tag = languageTag(raw);
  const message = 'This is not a language we know. Use a tag such as en, fr or pt-BR.';
  return tag
    ? { text: tag, problem: null }
    : { text: '', problem: { code: ProblemCode.NOT_VALID, field: 'lang', message } };
}
