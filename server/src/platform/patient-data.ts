import { hasNhsNumber } from './nhs-number.ts';
import { plainDigits, withoutNumbersOfOtherKinds } from './plain-digits.ts';
import { ProblemCode, type Problem } from './results.ts';
import * as say from './say/generated/platform.ts';
import { localeTag } from './say/locale.ts';

/**
 * Stops what could identify a patient before it is stored or mailed. The message names the kind and never
 * repeats the value, so that it can safely be shown, logged and sent on.
 */
export function whyPatientData(text: string, field?: string): Problem | null {
  if (!/\p{Nd}/u.test(text)) return null;

  const plain = plainDigits(text);
  const rest = withoutNumbersOfOtherKinds(plain);
  const seen = [
    (LABELLED_NHS.test(rest) || hasNhsNumber(rest)) && say.anNhsNumber(),
    LABELLED_BIRTH.test(plain) && say.aDateOfBirth(),
    LABELLED_RECORD.test(rest) && say.aRecordNumber(),
    LABELLED_PASSPORT.test(rest) && say.aPassportNumber(),
    PHONES.some((phone) => phone.test(rest)) && say.aPhoneNumber(),
  ].filter((kind) => kind !== false);
  if (seen.length === 0) return null;

  const list = new Intl.ListFormat(localeTag()).format(seen);
  const message = say.looksLikePatientData({ list });
  return { code: ProblemCode.PATIENT_DATA, message, ...(field !== undefined && { field }) };
}

// Every repetition below is bounded, so that no text can make a pattern slow.
const TIE = String.raw`[\s.:=#*_()\-]{0,4}`;
const IS = String.raw`${TIE}(?:is|was)?${TIE}`;
const NUMBER = String.raw`(?:number|num\b|no\b|id\b|ref\b|reference|#)`;

const LABELLED_NHS = new RegExp(
  String.raw`\b(?:(?:nhs|chi|h\s?&\s?c)[\s\-]?${NUMBER}${IS}|nhs[:#=\s]{0,2})\d(?:[\s.*_\-]{0,3}\d){8,9}(?!\d)`,
  'i',
);

const RECORD = String.raw`(?:medical\s|clinical\s|health\s|hospital\s|patient\s)?record`;
const LABELLED_RECORD = new RegExp(
  [
    String.raw`\b(?:(?:hospital|patient|case\s?note|unit|pas|${RECORD})\s{0,3}${NUMBER}|mrn)`,
    String.raw`${IS}[a-z]{0,3}[ \-]?\d(?:[ \-]?\d){4,15}(?!\d)`,
  ].join(''),
  'i',
);

const LABELLED_PASSPORT = new RegExp(
  String.raw`\bpassport(?:\s{1,3}${NUMBER})?${IS}[a-z]{0,2}\d(?: ?\d){5,8}(?!\d)`,
  'i',
);

const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const DATE = [
  String.raw`\d{1,2}[ ./\-]{1,3}\d{1,2}[ ./\-]{1,3}(?:\d{4}|\d{2})(?!\d)`,
  String.raw`\d{4}[ ./\-]\d{1,2}[ ./\-]\d{1,2}(?!\d)`,
  String.raw`${DAY}[\s\-]{1,2}(?:of\s)?${MONTH}[\s,\-]{1,3}(?:\d{4}|\d{2})(?!\d)`,
  String.raw`${MONTH}\s${DAY},?\s\d{4}(?!\d)`,
  String.raw`\d{1,2}\s(?:de\s)?\p{L}{3,12}\s(?:de\s)?\d{4}(?!\d)`,
].join('|');

// Institutions are born too: "the NHS was born on 5 July 1948" is history, not a patient.
const INSTITUTION = String.raw`(?:nhs|service|programme|project|partnership|network|hub|college|charity|idea|group|it)`;
const LABELLED_BIRTH = new RegExp(
  [
    String.raw`(?<!\p{L})(?:d\.?\s?o\.?\s?b\b|(?:date|day)\s{1,3}of\s{1,3}birth|birth\s?da(?:te|y)`,
    String.raw`|(?<!\b${INSTITUTION}\s(?:was\s|were\s)?)born`,
    String.raw`|date\sde\snaissance|née?\sle|fecha\sde\snacimiento|nacid[oa]|data\sde\snascimento|nascid[oa])`,
    String.raw`${IS}(?:on(?:\sthe)?|el|em|le)?${TIE}(?:${DATE})`,
  ].join(''),
  'iu',
);

// Helplines (03…, 0800, 0808) belong to services and may be posted; numbers such as 111 are too short to matter.
const PHONES = [
  /(?<![\p{L}\d])\+(?!44[ ()0]{0,4}(?:3|80[08]))\d(?:[ .()-]{0,3}\d){8,14}(?!\d)/u,
  /(?<![\p{L}\d]|\d[-./:,])00[1-9](?:[ .()-]{0,3}\d){8,13}(?![-.()]{0,2}\d)/u,
  /(?<![\p{L}\d]|\d[-./:,])0[1257]\d(?:[ .()-]{0,3}\d){7,8}(?![-.()]{0,2}\d)/u,
  new RegExp(
    String.raw`\b(?:tel|telephone|phone|mobile|mob|cell|whatsapp)\b(?:\s(?:number|no|me|us|on|at))?` +
      String.raw`${IS}(?:on\s)?(?!0(?:3|80[08]))\d(?:[ .()\-]{0,3}\d){8,13}(?!\d)`,
    'i',
  ),
];
