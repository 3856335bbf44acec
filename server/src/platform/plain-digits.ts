/** The text with every script's digits, dashes and spaces as ASCII, and invisible characters gone. */
export function plainDigits(text: string): string {
  return text.replace(FOREIGN, (character) => {
    if (/\p{Nd}/u.test(character)) return digitOf(character);
    if (/\p{Pd}|\u2212/u.test(character)) return '-';
    if (/\p{Zs}/u.test(character)) return ' ';
    return /[\u00B7\u2022\u2024\u3002\uFF0E]/.test(character) ? '.' : '';
  });
}

/** Numbers that look like a person's and are not: addresses, citations, identifiers of works, decimals, dates and years. */
export function withoutNumbersOfOtherKinds(plain: string): string {
  return OTHER_KINDS.reduce((text, kind) => text.replace(kind, '|'), plain);
}

const FOREIGN = /(?=\P{ASCII})[\p{Nd}\p{Pd}\p{Zs}\p{Cf}\uFE0F\u20E3\u2212\u00B7\u2022\u2024\u3002\uFF0E]/gu;

// No digit may touch these, or part of a longer number would be taken for one of them.
const STARTS = String.raw`(?<!\d[\-.]?)`;
const ENDS = String.raw`(?![\-.]?\d)`;
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const YEAR = '(?:19|20)\\d\\d';

const OTHER_KINDS = [
  /\bhttps?:\/\/[^\s<>"]+/gi,
  /\b10\.\d{4,9}\/[^\s<>"]+/g,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
  /\b[0-9a-f]{32,128}\b/gi,
  /\bisbn(?:-1[03])?:? ?\d(?:[ -]?\d){8,12}(?:[ -]?x)?/gi,
  /(?<![\d-])97[89](?:[ -]?\d){10}(?![ -]?\d)/g,
  /(?<![\d.])\d{1,2}\.\d{6,20}(?![\d.])/g,
  new RegExp(`${STARTS}${YEAR}([\\-./])${MONTH}\\1${DAY}${ENDS}`, 'g'),
  new RegExp(`${STARTS}${DAY}([\\-./ ])${MONTH}\\1${YEAR}${ENDS}`, 'g'),
  new RegExp(`${STARTS}${YEAR} ?- ?(?:19|20)?\\d\\d${ENDS}`, 'g'),
];

/** Unicode keeps decimal digits in runs of ten from zero, so the place in the run is the value. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}
