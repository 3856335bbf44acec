import { words as say } from '#lib/say/generated/authoring.ts';

/** The parts of a request in the order they are written in, each a page of its own. */
export const PARTS = ['ask', 'criteria', 'practicalities', 'decision', 'dates', 'questions'] as const;
export type Part = (typeof PARTS)[number];

export function isPart(text: string): text is Part {
  return PARTS.some((part) => part === text);
}

const NAMES: Record<Part, () => string> = {
  ask: say.partAsk,
  criteria: say.partCriteria,
  practicalities: say.partPracticalities,
  decision: say.partDecision,
  dates: say.partDates,
  questions: say.partQuestions,
};

export function partName(part: Part): string {
  return NAMES[part]();
}

const HINTS: Record<Part, () => string> = {
  ask: say.hintAsk,
  criteria: say.hintCriteria,
  practicalities: say.hintPracticalities,
  decision: say.hintDecision,
  dates: say.hintDates,
  questions: say.hintQuestions,
};

export function partHint(part: Part): string {
  return HINTS[part]();
}

/** Which part a fault is put right on. */
export function partOf(field: string | null | undefined): Part {
  const [name = ''] = (field ?? '').split('.');
  return (
    (Object.entries(FIELDS) as [Part, string][]).find(([, names]) => names.split(' ').includes(name))?.[0] ??
    'ask'
  );
}

const FIELDS: Record<Part, string> = {
  ask: 'title problem desiredOutcome alreadyTried strandIds contributionTypes',
  criteria: 'criteria',
  practicalities: 'mode country effortHours peopleNeeded expenses',
  decision: 'programmeId sensitivity',
  dates: 'timeZone closesOn closesTime neededBy',
  questions: 'questionsCloseOn',
};
