import { LANGUAGES } from './languages.ts';
import { direction, locale, localeTag } from './locale.ts';

// What the generated messages are made of.

/** The one of several in the order of LANGUAGES. */
export function one<Text>(...texts: Text[]): Text {
  return texts[LANGUAGES.indexOf(locale())] ?? (texts[0] as Text);
}

const rules = new Map<string, Intl.PluralRules>();

/** The form for a count: an exact one such as "=0" wins, then the language's own rule. */
export function plural<Form>(count: number, forms: Record<string, Form>): Form | '' {
  const tag = localeTag();
  let rule = rules.get(tag);
  if (!rule) rules.set(tag, (rule = new Intl.PluralRules(tag)));
  return forms[`=${count}`] ?? forms[rule.select(count)] ?? forms['other'] ?? '';
}

export function choose(word: string, forms: Record<string, string>): string {
  return forms[word] ?? forms['other'] ?? '';
}

const numbers = new Map<string, Intl.NumberFormat>();

/** A number as it is read: 20,001. `toLocaleString` would make a formatter for each. */
export function written(count: number): string {
  const tag = localeTag();
  let format = numbers.get(tag);
  if (!format) numbers.set(tag, (format = new Intl.NumberFormat(tag)));
  return format.format(count);
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** What is put into a sentence keeps its own direction, and does not turn the sentence around. */
export function isolated(value: string | number): string {
  if (typeof value === 'number') return written(value);
  const turns = direction() === 'rtl' ? value !== '' : RIGHT_TO_LEFT.test(value);
  return turns ? `\u2068${value}\u2069` : value;
}
