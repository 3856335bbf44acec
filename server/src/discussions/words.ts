import { languageTag } from '../people/languages.ts';
import { ProblemCode } from '../platform/results.ts';
import { publicWords, type Words } from '../platform/words.ts';
import * as say from '../platform/say/generated/discussions.ts';

export const TITLE_MAX = 150;
export const BODY_MAX = 10_000;
export const SUMMARY_MAX = 240;

export function cleanTitle(raw: string): Words {
  return publicWords(raw, { max: TITLE_MAX, field: 'title', label: say.aTitle() });
}

export function cleanBody(raw: string): Words {
  return publicWords(raw, { max: BODY_MAX, multiline: true, field: 'body', label: say.yourText() });
}

export const CONTEXT_MAX = 2_000;
export const NOTE_MAX = 1_000;

export function cleanContext(raw: string): Words {
  return publicWords(raw, {
    max: CONTEXT_MAX,
    multiline: true,
    required: false,
    field: 'context',
    label: say.theSummary(),
  });
}

export function cleanNote(raw: string, required = false): Words {
  return publicWords(raw, { max: NOTE_MAX, multiline: true, required, field: 'note', label: say.yourNote() });
}

/** The language of a text, in the usual form of its tag. */
export function cleanLang(raw: string): Words {
  const tag = languageTag(raw);
  const message = say.notALanguage();
  return tag
    ? { text: tag, problem: null }
    : { text: '', problem: { code: ProblemCode.NOT_VALID, field: 'lang', message } };
}
