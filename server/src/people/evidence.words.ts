import * as say from '../platform/say/generated/people.ts';
import { ProblemCode, problemsOf, type Problem } from '../platform/results.ts';
import { publicWords } from '../platform/words.ts';
import { yearsFrom } from './days.ts';
import type { EvidenceKind } from './evidence.ts';
import { notValid, optionalWords } from './profile.words.ts';

export const LONGEST_TITLE = 200;
/** About 3,000 words: a chapter fits. Longer texts come with a register. */
export const LONGEST_BODY = 20_000;
/** The most pieces of one person: a working life fits, and a page of matching stays quick. */
export const MOST_PIECES = 500;

/** A piece of evidence as it was written, before anything is checked. */
export interface WrittenEvidence {
  kind: EvidenceKind;
  title: string;
  body?: string | null;
  day?: string | null;
}

export interface ReadEvidence {
  kind: EvidenceKind;
  title: string;
  body: string;
  day: string | null;
}

/** The words of one piece, and everything that is wrong with them. `field` names the boxes. */
export function readEvidence(
  written: WrittenEvidence,
  field: (name: string) => string = (name) => name,
  today: string = new Date().toISOString().slice(0, 10),
): { facts: ReadEvidence; problems: Problem[] } {
  const title = publicWords(written.title, {
    max: LONGEST_TITLE,
    field: field('title'),
    label: say.evidenceTitle(),
  });
  const body = optionalWords(written.body, {
    max: LONGEST_BODY,
    multiline: true,
    field: field('body'),
    label: say.evidenceBody(),
  });
  const { kind, day = null } = written;
  return {
    facts: { kind, title: title.text, body: body.text ?? '', day },
    problems: problemsOf(title.problem, body.problem, whyNotDay(day, field('day'), today)),
  };
}

const MOST_YEARS = 80;

/** What is to come is no evidence, and nobody remembers further back than a working life. */
function whyNotDay(day: string | null, field: string, today: string): Problem | null {
  if (day === null) return null;
  // A day that has begun somewhere on earth is not to come.
  if (day > tomorrow(today)) return notValid(field, say.evidenceNotYet());
  const first = yearsFrom(today, -MOST_YEARS);
  if (day >= first) return null;
  return { code: ProblemCode.OUT_OF_RANGE, field, message: say.withinLast({ count: MOST_YEARS }) };
}

function tomorrow(today: string): string {
  return new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
}

export function whyTooMuchEvidence(held: number, more: number): Problem | null {
  if (held + more <= MOST_PIECES) return null;
  return { code: ProblemCode.TOO_MANY, message: say.evidenceTooMuch({ most: MOST_PIECES, held, more }) };
}

/** Files up to this many characters are taken at once. */
const LONGEST_FILE = 200_000;

export function whyFileTooLong(text: string): Problem | null {
  if (text.length <= LONGEST_FILE) return null;
  return { code: ProblemCode.TOO_LONG, field: 'text', message: say.fileTooLong({ most: LONGEST_FILE }) };
}
