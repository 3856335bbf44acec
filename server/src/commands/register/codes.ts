import iso from 'iso-639-1';
import countries from 'i18n-iso-countries/index.js';
import type { Reading } from './reading.ts';

/** A country as ISO 3166 alpha-2. */
export function countryCode(line: Reading, name: string): string | null {
  const given = line.text(name, 60);
  if (given === null) return null;
  const code = given.toUpperCase();
  if (countries.isValid(code) && code.length === 2) return code;
  line.faults.push(`${name} must be a country code such as KE`);
  return null;
}

/** A language as BCP 47, of a language that has a two-letter code or a three-letter tag. */
export function languageTag(line: Reading): string {
  const given = line.text('tag', 35) ?? '';
  try {
    const tag = Intl.getCanonicalLocales(given)[0] ?? '';
    const language = tag.split('-')[0] ?? '';
    if (language.length === 3 || iso.validate(language)) return tag;
  } catch {
    // Told below, as any other fault.
  }
  line.faults.push('tag must be a language tag such as fr');
  return '';
}
