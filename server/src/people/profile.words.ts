import * as say from '../platform/say/generated/people.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import type { TextRules } from '../platform/text.ts';
import { publicWords } from '../platform/words.ts';

export const MOST_ITEMS = 20;

/** Words that may be left out: blank comes back as null. */
export function optionalWords(
  raw: string | null | undefined,
  rules: Omit<TextRules, 'required'>,
): { text: string | null; problem: Problem | null } {
  const { text, problem } = publicWords(raw, { ...rules, required: false });
  return { text: text || null, problem };
}

export function whyTooMany(items: readonly unknown[], field: string, what: string): Problem | null {
  if (items.length <= MOST_ITEMS) return null;
  return { code: ProblemCode.TOO_MANY, field, message: say.listAtMost({ most: MOST_ITEMS, what }) };
}

export function whyOutOfRange(
  value: number | null | undefined,
  [min, max]: readonly [number, number],
  field: string,
  what: string,
): Problem | null {
  if (value === null || value === undefined || (value >= min && value <= max)) return null;
  return {
    code: ProblemCode.OUT_OF_RANGE,
    field,
    message: say.mustBeBetween({ what, min: String(min), max: String(max) }),
  };
}

/** The same thing listed twice, whatever its capitals: the second is the one to take out. */
export function whyTwice(names: readonly string[], field: (at: number) => string): Problem[] {
  const folded = names.map((name) => name.toLocaleLowerCase('en'));
  return folded.flatMap((name, at) => {
    if (name === '' || folded.indexOf(name) === at) return [];
    return [
      {
        code: ProblemCode.NOT_VALID,
        field: field(at),
        message: say.listedTwice({ name: names[at] ?? '' }),
      },
    ];
  });
}

export function notValid(field: string, message: string): Problem {
  return { code: ProblemCode.NOT_VALID, field, message };
}
