import { earliestToday } from '../people/days.ts';
import { countryCode, timeZoneName } from '../people/places.ts';
import { ProblemCode, problemsOf, type Problem } from '../platform/results.ts';
import { wallTime, workingDayBefore } from '../platform/wall-time.ts';
import { publicWords } from '../platform/words.ts';
import * as say from '../platform/say/generated/requests.ts';
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
  const title = publicWords(input.title, { max: 150, field: 'title', label: say.aTitle() });
  const problem = long('problem', say.whatIsWrong());
  const desiredOutcome = long('desiredOutcome', say.whatShouldCome());
  const alreadyTried = long('alreadyTried', say.whatWasTried());
  const expenses = publicWords(input.expenses, {
    max: 500,
    multiline: true,
    required: false,
    field: 'expenses',
    label: say.whatIsPaid(),
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
      unknown.length > 0 ? notValid('contributionTypes', say.kindsOfList()) : null,
      input.country?.trim() && !country ? notValid('country', say.noSuchCountry()) : null,
      outside('effortHours', input.effortHours ?? null, 0.5, 500, say.hoursRange),
      outside('peopleNeeded', input.peopleNeeded, 1, 50, say.peopleRange),
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
    const problems = [notValid('timeZone', say.noSuchZone())];
    return { written: { timeZone: 'UTC', closesAt: null, questionsCloseAt: null, neededBy }, problems };
  }
  const closes = moment(input.closesOn, input.closesTime, timeZone, 'closesTime');
  const asked = moment(input.questionsCloseOn, QUESTIONS_CLOSE, timeZone, 'questionsCloseOn');
  const written = { timeZone, closesAt: closes.at, questionsCloseAt: asked.at, neededBy };
  const over = closes.at && closes.at <= now ? past() : null;
  // Questions may have ended already when an open request is edited.
  const isNew = asked.at?.getTime() !== stands?.getTime();
  const tooEarly = asked.at && asked.at <= now && isNew ? { ...past(), field: 'questionsCloseOn' } : null;
  return {
    written,
    problems: problemsOf(closes.problem, over, asked.problem, tooEarly, ...whyNotInOrder(input, now)),
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
    return isPast ? [{ code: ProblemCode.IN_THE_PAST, field: 'neededBy', message: say.dayPassed() }] : [];
  }
  const latest = workingDayBefore(closesOn);
  const code = ProblemCode.WRONG_ORDER;
  const late = say.questionsEndEarlier({ day: latest });
  const early = say.neededAfterClose();
  return problemsOf(
    questionsCloseOn && questionsCloseOn > latest ? { code, field: 'questionsCloseOn', message: late } : null,
    neededBy && neededBy <= closesOn ? { code, field: 'neededBy', message: early } : null,
  );
}

/** What a request still lacks before others may see it. */
export function whyNotReady(
  request: Pick<Written, 'problem' | 'desiredOutcome' | 'contributionTypes' | 'effortHours' | 'closesAt'>,
  essentials: number,
  now: Date,
): Problem[] {
  const blank = (field: string, message: string): Problem => ({ code: ProblemCode.BLANK, field, message });
  const { closesAt } = request;
  return problemsOf(
    request.problem ? null : blank('problem', say.writeWrong()),
    request.desiredOutcome ? null : blank('desiredOutcome', say.writeOutcome()),
    request.contributionTypes.length > 0 ? null : blank('contributionTypes', say.chooseKind()),
    request.effortHours === null ? blank('effortHours', say.sayHours()) : null,
    closesAt ? null : blank('closesOn', say.sayUntil()),
    closesAt && closesAt <= now ? past() : null,
    essentials > 0 ? null : blank('criteria', say.nameEssential()),
  );
}

const past = (): Problem => ({
  code: ProblemCode.IN_THE_PAST,
  field: 'closesOn',
  message: say.timePassed(),
});

function notValid(field: string, message: string): Problem {
  return { code: ProblemCode.NOT_VALID, field, message };
}

function outside(
  field: string,
  value: number | null,
  least: number,
  most: number,
  message: (range: { least: number; most: number }) => string,
): Problem | null {
  if (value === null || (value >= least && value <= most)) return null;
  return { code: ProblemCode.OUT_OF_RANGE, field, message: message({ least, most }) };
}
