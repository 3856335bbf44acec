import { locale, localeTag } from '#lib/say/locale.ts';
import type { Option } from '#lib/ui/option.ts';

/** The name of a language, or its tag where no name is known. */
export function languageName(tag: string): string {
  try {
    return (locale() === 'en' && AS_SAID[tag]) || (namesHere().of(tag) ?? tag);
  } catch {
    return tag;
  }
}

/** Languages to choose from, with any others the person already has. */
export function languageOptions(also: readonly string[] = []): Option[] {
  const others = also.filter((tag) => tag && !TAGS.includes(tag));
  return [...usualHere(), ...[...new Set(others)].map(optionOf)];
}

// Looked up once a language: a hundred names for each page that has a form would be felt.
const usual = new Map<string, Option[]>();

function usualHere(): Option[] {
  const tag = localeTag();
  let made = usual.get(tag);
  if (!made) {
    made = TAGS.map(optionOf);
    const order = new Intl.Collator(tag);
    if (locale() !== 'en') made.sort((a, b) => order.compare(a.text, b.text));
    usual.set(tag, made);
  }
  return made;
}

function optionOf(tag: string): Option {
  return { value: tag, text: languageName(tag) };
}

const names = new Map<string, Intl.DisplayNames>();

function namesHere(): Intl.DisplayNames {
  const tag = localeTag();
  let made = names.get(tag);
  if (!made)
    names.set(tag, (made = new Intl.DisplayNames(tag, { type: 'language', languageDisplay: 'standard' })));
  return made;
}

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
