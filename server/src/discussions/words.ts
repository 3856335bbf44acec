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
