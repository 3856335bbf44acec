import countries from 'i18n-iso-countries/index.js';

const NAMES = new Intl.DisplayNames(['en'], { type: 'region' });
const NAMED_ZONE = /^[A-Za-z]/;

/** The ISO 3166 alpha-2 code in capitals, or null when no country has it. */
export function countryCode(raw: string): string | null {
  const code = raw.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) && countries.alpha2ToAlpha3(code) ? code : null;
}

/** `SL` → Sierra Leone. */
export function countryName(code: string): string {
  return NAMES.of(code) ?? code;
}

/** The zone's usual name, or null when there is none. Bare offsets are refused: they know no summer time. */
export function timeZoneName(raw: string): string | null {
  const zone = raw.trim();
  if (!NAMED_ZONE.test(zone)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
