import { wallClock } from '../platform/wall-time.ts';
import type { CriterionWords } from './criterion.ts';
import type { Written } from './request.checks.ts';
import type { RequestInput } from './request.input.ts';
import type { EditRequestPartInput } from './request-part.input.ts';
import type { Request } from './request.ts';

type Part = 'ask' | 'criteria' | 'practicalities' | 'decision' | 'dates' | 'questions';

/** What a part writes, and the fields at which its faults stand. */
interface PartOfRequest {
  writes: readonly (keyof Written)[];
  fields: readonly string[];
}

const PARTS: Record<Part, PartOfRequest> = {
  ask: {
    writes: ['title', 'problem', 'desiredOutcome', 'alreadyTried', 'contributionTypes'],
    fields: ['title', 'problem', 'desiredOutcome', 'alreadyTried', 'contributionTypes', 'strandIds'],
  },
  criteria: { writes: [], fields: ['criteria'] },
  practicalities: {
    writes: ['mode', 'country', 'effortHours', 'peopleNeeded', 'expenses'],
    fields: ['mode', 'country', 'effortHours', 'peopleNeeded', 'expenses'],
  },
  decision: { writes: ['sensitivity'], fields: ['programmeId', 'sensitivity'] },
  // The last day for questions is told in the same zone, and must stay before the last day for responses.
  dates: {
    writes: ['timeZone', 'closesAt', 'questionsCloseAt', 'neededBy'],
    fields: ['timeZone', 'closesOn', 'closesTime', 'questionsCloseOn', 'neededBy'],
  },
  questions: { writes: ['questionsCloseAt'], fields: ['questionsCloseOn'] },
};

export function partsIn(input: EditRequestPartInput): Part[] {
  return (Object.keys(PARTS) as Part[]).filter((part) => input[part]);
}

export function writesOf(parts: readonly Part[]): (keyof Written)[] {
  return [...new Set(parts.flatMap((part) => PARTS[part].writes))];
}

/** Whether a fault belongs to what was written, or to the request as a whole. What was not touched is not held against it. */
export function concerns(parts: readonly Part[], field: string | null | undefined): boolean {
  if (!field) return true;
  const [name = ''] = field.split('.');
  return name === 'version' || parts.some((part) => PARTS[part].fields.includes(name));
}

/** The whole request as a form would send it, with the new parts in place of the old. */
export function withParts(request: Request, kept: Kept, input: EditRequestPartInput): RequestInput {
  const { clientMutationId, ask, practicalities, decision, dates, questions } = input;
  const criteria = input.criteria ?? kept.criteria;
  const whole = { ...asForm(request, kept), ...ask, ...practicalities, ...decision, ...dates, ...questions };
  return { ...whole, clientMutationId, criteria };
}

export interface Kept {
  programmeId: string;
  strandIds: string[];
  criteria: CriterionWords[];
}

function asForm(request: Request, kept: Kept): Omit<RequestInput, 'clientMutationId'> {
  const { title, problem, desiredOutcome, alreadyTried, expenses, contributionTypes, mode, country } =
    request;
  const { effortHours, peopleNeeded, sensitivity, timeZone, closesAt, questionsCloseAt, neededBy } = request;
  const closes = closesAt && wallClock(closesAt, timeZone);
  return {
    ...{ title, problem, desiredOutcome, alreadyTried, expenses, contributionTypes, mode, country },
    ...{ effortHours, peopleNeeded, sensitivity, timeZone, neededBy },
    closesOn: closes?.day ?? null,
    closesTime: closes?.time ?? '17:00',
    questionsCloseOn: questionsCloseAt && wallClock(questionsCloseAt, timeZone).day,
    ...kept,
  };
}
