import type { Cefr } from './shapes.ts';

/** How the engine's sentences name things. English for now, and always the same words for the same facts. */

/** `fr` → French; what has no name is shown as it was given. */
export function languageName(tag: string): string {
  return named(LANGUAGES, tag);
}

/** `MW` → Malawi. */
export function countryName(code: string): string {
  return named(COUNTRIES, code.toUpperCase());
}

/** `2027-04-03` → 3 April 2027. */
export function dayName(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return name && date && year ? `${date} ${name} ${year}` : day;
}

/** One, two and three. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function atCefr(level: Cefr | null): string {
  if (level === null) return 'at a level not stated';
  return level === 'NATIVE' ? 'natively' : `at ${level}`;
}

/** `SCAN_EVIDENCE` → scan evidence. */
export function plainCode(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const LANGUAGES = {
  names: new Intl.DisplayNames(['en'], { type: 'language' }),
  known: new Map<string, string>(),
};
const COUNTRIES = {
  names: new Intl.DisplayNames(['en'], { type: 'region' }),
  known: new Map<string, string>(),
};
const REMEMBERED = 1000;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Looking a name up is slow, and a ranking asks for the same few thousands of times. */
function named({ names, known }: typeof LANGUAGES, code: string): string {
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
