import type { Option } from '#lib/ui/option.ts';

/** The English name of a language, or its tag where no name is known. */
export function languageName(tag: string): string {
  try {
    return AS_SAID[tag] ?? names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Languages to choose from, with any others the person already has. */
export function languageOptions(also: readonly string[] = []): Option[] {
  const others = also.filter((tag) => tag && !TAGS.includes(tag));
  usual ??= TAGS.map(optionOf);
  return [...usual, ...[...new Set(others)].map(optionOf)];
}

// Looked up once: a hundred names for each page that has a form would be felt.
let usual: Option[] | undefined;

function optionOf(tag: string): Option {
  return { value: tag, text: languageName(tag) };
}

/** The levels as people say them; the letters stand beside for those who know them. */
export const LANGUAGE_LEVELS: readonly Option[] = [
  { value: 'A1', text: 'A few phrases (A1)' },
  { value: 'A2', text: 'Everyday matters (A2)' },
  { value: 'B1', text: 'Gets by at work (B1)' },
  { value: 'B2', text: 'Works in it (B2)' },
  { value: 'C1', text: 'Works in it with ease (C1)' },
  { value: 'C2', text: 'As well as those who grew up with it (C2)' },
  { value: 'NATIVE', text: 'Grew up with it' },
];

export function languageLevelText(level: string): string {
  return LANGUAGE_LEVELS.find(({ value }) => value === level)?.text ?? level;
}

const names = new Intl.DisplayNames('en-GB', { type: 'language', languageDisplay: 'standard' });

/** Where the people who speak it say otherwise than the list of names. */
const AS_SAID: Readonly<Record<string, string>> = {
  bn: 'Bengali',
  lg: 'Luganda',
  ny: 'Chichewa',
  rn: 'Kirundi',
  tw: 'Twi',
};

/** BCP 47, in the order of the English names. */
const TAGS: readonly string[] = `
  af ak sq am ar hy as az eu be bn bs bg my ca ceb ny zh hr cs da nl dz en et ee fil fi fr ff gl ka de el gn gu
  ht ha he hi hu is ig id ga it ja kn kk km rw rn ko kri ku ky lo lv ln lt lg lb mk mg ms ml mt mi mr mn ne nd
  nso nb nyn or om ps fa prs pl pt pa qu ro ru sm gd sr sn sd si sk sl so nr st es su sw ss sv tg ta te th ti to
  ts tn tr tk tw uk ur uz ve vi cy wo xh yo zu`
  .trim()
  .split(/\s+/);
