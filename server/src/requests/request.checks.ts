import { earliestToday } from '../people/days.ts';
import { countryCode, timeZoneName } from '../people/places.ts';
import { ProblemCode, problemsOf, type Problem } from '../platform/results.ts';
import { wallTime, workingDayBefore } from '../platform/wall-time.ts';
import { publicWords } from '../platform/words.ts';
import type { RequestInput } from './request.input.ts';
import type { Request } from './request.ts';

export const SUMMARY_MAX = 240;
const QUESTIONS_CLOSE = '17:00';

export type Written = Pick<
  Request,
  | 'title'
  | 'problem'
  | 'desiredOutcome'
  | 'alreadyTried'
  | 'expenses'
  | 'contributionTypes'
  | 'mode'
  | 'country'
  | 'effortHours'
  | 'peopleNeeded'
  | 'sensitivity'
  | 'timeZone'
  | 'closesAt'
  | 'questionsCloseAt'
  | 'neededBy'
>;

/** What a form says, cleaned, and all that is wrong with it at once. Missing things are for `whyNotReady`. */
export function checkRequest(
  input: RequestInput,
  kinds: ReadonlySet<string>,
  now: Date,
  before: Pick<Request, 'questionsCloseAt'> | null = null,
): { written: Written; problems: Problem[] } {
  const long = (field: 'problem' | 'desiredOutcome' | 'alreadyTried', label: string) =>
    publicWords(input[field], { max: 5_000, multiline: true, required: false, field, label });
  const title = publicWords(input.title, { max: 150, field: 'title', label: 'a title' });
  const problem = long('problem', 'what is wrong or missing');
  const desiredOutcome = long('desiredOutcome', 'what should come of it');
  const alreadyTried = long('alreadyTried', 'what was tried before');
  const expenses = publicWords(input.expenses, {
    max: 500,
    multiline: true,
    required: false,
    field: 'expenses',
    label: 'what is paid for',
  });
  const dates = checkDates(input, now, before?.questionsCloseAt ?? null);
  const country = input.country?.trim() ? countryCode(input.country) : null;
  const unknown = input.contributionTypes.filter((code) => !kinds.has(code));
  return {
    written: {
      title: title.text,
      problem: problem.text,
      desiredOutcome: desiredOutcome.text,
      alreadyTried: alreadyTried.text,
      expenses: expenses.text,
      contributionTypes: [...new Set(input.contributionTypes)],
      mode: input.mode,
      country,
      effortHours: input.effortHours ?? null,
      peopleNeeded: input.peopleNeeded,
      sensitivity: input.sensitivity,
      ...dates.written,
    },
    problems: problemsOf(
      title.problem,
      problem.problem,
      desiredOutcome.problem,
      alreadyTried.problem,
      unknown.length > 0 ? notValid('contributionTypes', 'Choose contribution types of the list.') : null,
      input.country?.trim() && !country ? notValid('country', 'There is no country with this code.') : null,
      outside('effortHours', input.effortHours ?? null, 0.5, 500, 'hours'),
      outside('peopleNeeded', input.peopleNeeded, 1, 50, 'people'),
      expenses.problem,
      ...dates.problems,
    ),
  };
}

type Dates = Pick<Written, 'timeZone' | 'closesAt' | 'questionsCloseAt' | 'neededBy'>;

function checkDates(
  input: RequestInput,
  now: Date,
  stands: Date | null,
): { written: Dates; problems: Problem[] } {
  const timeZone = timeZoneName(input.timeZone);
  const neededBy = input.neededBy ?? null;
  if (!timeZone) {
    const problems = [notValid('timeZone', 'There is no such time zone.')];
    return { written: { timeZone: 'UTC', closesAt: null, questionsCloseAt: null, neededBy }, problems };
  }
  const closes = moment(input.closesOn, input.closesTime, timeZone, 'closesTime');
  const asked = moment(input.questionsCloseOn, QUESTIONS_CLOSE, timeZone, 'questionsCloseOn');
  const written = { timeZone, closesAt: closes.at, questionsCloseAt: asked.at, neededBy };
  const past = closes.at && closes.at <= now ? PAST : null;
  // Questions may have ended already when an open request is edited.
  const isNew = asked.at?.getTime() !== stands?.getTime();
  const tooEarly = asked.at && asked.at <= now && isNew ? { ...PAST, field: 'questionsCloseOn' } : null;
  return {
    written,
    problems: problemsOf(closes.problem, past, asked.problem, tooEarly, ...whyNotInOrder(input, now)),
  };
}

function moment(
  day: string | null | undefined,
  time: string,
  zone: string,
  field: string,
): { at: Date | null; problem: Problem | null } {
  if (!day) return { at: null, problem: null };
  const found = wallTime(day, time, zone);
  return 'at' in found ? { at: found.at, problem: null } : { at: null, problem: { ...found.problem, field } };
}

/** Questions end a working day before responses do, so that every answer can still be used; the need comes after. */
function whyNotInOrder({ closesOn, questionsCloseOn, neededBy }: RequestInput, now: Date): Problem[] {
  if (!closesOn) {
    const isPast = neededBy && neededBy < earliestToday(now);
    return isPast
      ? [{ code: ProblemCode.IN_THE_PAST, field: 'neededBy', message: 'This day has passed.' }]
      : [];
  }
  const latest = workingDayBefore(closesOn);
  const code = ProblemCode.WRONG_ORDER;
  const late = `Let questions end at least one working day before responses do: by ${latest}.`;
  const early = 'The day the work is needed by must come after the day responses close.';
  return problemsOf(
    questionsCloseOn && questionsCloseOn > latest ? { code, field: 'questionsCloseOn', message: late } : null,
    neededBy && neededBy <= closesOn ? { code, field: 'neededBy', message: early } : null,
  );
}

/** What a request still lacks before others may see it. */
export function whyNotReady(request: Written, essentials: number, now: Date): Problem[] {
  const blank = (field: string, message: string): Problem => ({ code: ProblemCode.BLANK, field, message });
  const { closesAt } = request;
  return problemsOf(
    request.problem ? null : blank('problem', 'Write what is wrong or missing.'),
    request.desiredOutcome ? null : blank('desiredOutcome', 'Write what should come of it.'),
    request.contributionTypes.length > 0
      ? null
      : blank('contributionTypes', 'Choose at least one contribution type.'),
    request.effortHours === null ? blank('effortHours', 'Say how many hours you ask of each expert.') : null,
    closesAt ? null : blank('closesOn', 'Say until when it takes responses.'),
    closesAt && closesAt <= now ? PAST : null,
    essentials > 0 ? null : blank('criteria', 'Name at least one essential criterion.'),
  );
}

const PAST: Problem = {
  code: ProblemCode.IN_THE_PAST,
  field: 'closesOn',
  message: 'This time has passed. Choose a later one.',
};

function notValid(field: string, message: string): Problem {
  return { code: ProblemCode.NOT_VALID, field, message };
}

function outside(
  field: string,
  value: number | null,
  least: number,
  most: number,
  what: string,
): Problem | null {
  if (value === null || (value >= least && value <= most)) return null;
  return { code: ProblemCode.OUT_OF_RANGE, field, message: `Ask for ${least} to ${most} ${what}.` };
}
