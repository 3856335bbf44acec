import { locale, localeTag } from '../platform/say/locale.ts';

/** How sentences name what the engine holds as codes and dates, in the language of whoever they are for. */

/** `fr` → French; what has no name is shown as it was given. */
export function languageName(tag: string): string {
  return named('language', tag);
}

/** `MW` → Malawi. */
export function countryName(code: string): string {
  return named('region', code);
}

/** `2027-04-03` → 3 April 2027. */
export function dayName(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? day : made('day', () => DAYS()).format(at);
}

/** One, two and three. */
export function listed(parts: readonly string[]): string {
  return made('list', () => new Intl.ListFormat(localeTag())).format(parts);
}

/** `SCAN_EVIDENCE` → scan evidence: a kind of contribution that the hub did not bring along. */
export function plainCode(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

const DAYS = () =>
  new Intl.DateTimeFormat(localeTag(), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const kept = new Map<string, unknown>();

/** Making a formatter is slow, so each is made once a language. */
function made<Format>(what: string, make: () => Format): Format {
  const name = `${what} ${locale()}`;
  if (!kept.has(name)) kept.set(name, make());
  return kept.get(name) as Format;
}

const REMEMBERED = 1000;

/** Looking a name up is slow too, and a page asks for the same few again and again. */
function named(type: 'language' | 'region', code: string): string {
  const names = made(type, () => new Intl.DisplayNames([locale()], { type }));
  const known = made(`${type} names`, () => new Map<string, string>());
  const name = known.get(code) ?? lookedUp(names, code);
  if (known.size >= REMEMBERED) known.clear();
  known.set(code, name);
  return name;
}

function lookedUp(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
