import iso6391 from 'iso-639-1';

const NAMES = new Intl.DisplayNames(['en'], { type: 'language' });
const MOST = 35;
/** Codes that stand for no language in particular, and those left for private use. */
const NO_LANGUAGE = /^(?:mis|mul|und|zxx|q[a-t][a-z])$/;

/** The BCP 47 tag in its usual form, or null when it is malformed or its language is not one. */
export function languageTag(raw: string): string | null {
  const tag = canonical(raw.trim());
  if (!tag || tag.length > MOST) return null;
  const base = tag.split('-')[0] ?? '';
  if (base.length === 2) return iso6391.validate(base) ? tag : null;
  return base.length === 3 && !NO_LANGUAGE.test(base) ? tag : null;
}

/** `pt-BR` → Brazilian Portuguese; what has no name is shown as it was given. */
export function languageName(tag: string): string {
  return canonical(tag) ? (NAMES.of(tag) ?? tag) : tag;
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
