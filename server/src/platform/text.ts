import { ProblemCode, type Problem } from './results.ts';
import * as say from './say/generated/platform.ts';

export interface TextRules {
  /** The most code points. */
  max: number;
  field: string;
  /** As it stands in a sentence: 'your name', 'the title'. */
  label: string;
  multiline?: boolean;
  /** True unless said otherwise. Optional text that is blank comes back as ''. */
  required?: boolean;
}

export type CleanText = { text: string } | { problem: Problem };

/**
 * The one way written text comes in: kept exactly, or refused with the reason. Only line breaks and the
 * composition of accents (NFC) are made uniform, because browsers and keyboards differ in them unseen.
 */
export function cleanText(raw: string | null | undefined, rules: TextRules): CleanText {
  const { max, field, label, multiline = false, required = true } = rules;
  const refuse = (code: ProblemCode, message: string): CleanText => ({ problem: { code, message, field } });

  const written = raw ?? '';
  if (!VISIBLE.test(written)) {
    if (required) return refuse(ProblemCode.BLANK, say.writeIt({ label }));
    if (!written.trim()) return { text: '' };
  }

  // Before NFC, whose sorting of marks grows with the square of a flood of them.
  if (MARK_FLOOD.test(written)) {
    const message = say.stackedMarks({ label: sentence(label), most: MOST_MARKS });
    return refuse(ProblemCode.NOT_ALLOWED_CHARACTERS, message);
  }

  const text = written.replace(/\r\n?|[\u2028\u2029]/g, '\n').normalize('NFC');
  if (!multiline && /[\n\t]/.test(text)) {
    const message = say.onOneLine({ label });
    return refuse(ProblemCode.NOT_ALLOWED_CHARACTERS, message);
  }

  const hidden = whatIsHidden(text);
  if (hidden)
    return refuse(
      ProblemCode.NOT_ALLOWED_CHARACTERS,
      say.containsHidden({ label: sentence(label), ...hidden }),
    );

  const length = codePoints(text);
  if (length <= max) return { text };
  const message = say.tooLong({ label: sentence(label), length, most: max });
  return refuse(ProblemCode.TOO_LONG, message);
}

/** Refuses a word that mixes look-alike alphabets, so that nobody can pass for somebody else. */
export function mixedScript(name: string, field = 'name'): Problem | null {
  const mixed = name
    .split(/[^\p{L}\p{M}\p{Cf}]+/u)
    .some((word) => LOOKALIKES.filter((script) => script.test(word)).length > 1);
  if (!mixed) return null;

  return { code: ProblemCode.NOT_ALLOWED_CHARACTERS, message: say.mixedScript(), field };
}

const MOST_MARKS = 8;
const MARK_FLOOD = /\p{M}{9}/u;
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{DI}\u2800]/u;
const LOOKALIKES = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** Controls, broken surrogates and everything Unicode says may be drawn as nothing. */
const SUSPECT = /[\p{Cc}\p{Cs}\p{DI}\uFFF9-\uFFFB]/gu;

// England, Scotland and Wales: the only flags Unicode spells with tag characters, which otherwise hide text.
const TAGGED_FLAG =
  /\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}/gu;

const JOINER = /\u200C|\u200D|\u180E/;
const DIRECTION_MARK = /[\u200E\u200F\u061C]/;
const VARIATION = /[\u180B-\u180D\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;
// Each is asked of one whole character: Node 26 misses astral characters in patterns like /[^a]$/u.
const PICTURE = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})$/u;
const NEVER_JOINS = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u0300-\u036F]$/u;
const PLAIN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** What is hidden and where: a hidden character cannot be found by looking. */
function whatIsHidden(text: string): { kind: 'broken' | 'hidden'; code: string; place: string } | null {
  const flagless = text.replace(TAGGED_FLAG, (flag) => '\u2691'.repeat(flag.length));
  for (const { 0: character, index } of flagless.matchAll(SUSPECT)) {
    if (isMeant(character, index, flagless)) continue;

    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return { kind: /\p{Cs}/u.test(character) ? 'broken' : 'hidden', code, place: place(text, index) };
  }
  return null;
}

/** Some invisible characters are how a script or a picture is spelled. */
function isMeant(character: string, index: number, text: string): boolean {
  if (character === '\n' || character === '\t') return true;

  const before = last(text.slice(0, index));
  const follows = !/^[\s\p{C}\p{DI}]?$/u.test(before) || before === '\uFE0F';
  if (DIRECTION_MARK.test(character)) return !/^\p{DI}$/u.test(before) && RIGHT_TO_LEFT.test(text);
  if (!follows || PLAIN.test(before)) return false;
  // Some keyboards send a picture's own selector twice.
  if (VARIATION.test(character)) return before !== '\uFE0F' || character === before;
  if (!JOINER.test(character)) return false;
  if (/^[\p{L}\p{M}]$/u.test(before) && before !== '\uFE0F') return !NEVER_JOINS.test(before);

  const picture = before === '\uFE0F' ? last(text.slice(0, index - 1)) : before;
  return (
    character === '\u200D' &&
    PICTURE.test(picture) &&
    PICTURE.test([...text.slice(index + 1, index + 3)][0] ?? '')
  );
}

function last(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}

function place(text: string, index: number): string {
  const before = [...text.slice(Math.max(0, index - 24), index)]
    .slice(-12)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return before ? say.justAfter({ before }) : say.atItsStart();
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function sentence(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
