import type { Person } from '../people/person.ts';
import type { EntityManager } from '../platform/database.ts';
import { plainExcerpt } from '../platform/markdown.ts';
import { wallTime, workingDayBefore } from '../platform/wall-time.ts';
import { Criterion } from '../requests/criterion.ts';
import { Programme, ProgrammeStaff } from '../requests/programme.ts';
import { Question } from '../requests/question.ts';
import { SUMMARY_MAX } from '../requests/request.checks.ts';
import { RequestStrand } from '../requests/request-strand.ts';
import { Request } from '../requests/request.ts';
import { RequestState } from '../requests/request.states.ts';
import type { Strand } from '../strands/strand.ts';
import type { DemoDays } from './days.ts';
import { demoPeople, named, type Cast } from './people.ts';
import type { DemoRequest } from './shape.ts';
import known from './programmes.json' with { type: 'json' };
import first from './requests-1.json' with { type: 'json' };
import second from './requests-2.json' with { type: 'json' };

/** The one programme whose requests any member may raise. */
const RAISED_BY_MEMBERS = 'community-raised-requests';

/** A request of the demo with what its file says and who decides on it. */
export interface SeededRequest {
  known: DemoRequest;
  request: Request;
  staff: Person;
  questions: Question[];
}

export function seedRequests(
  em: EntityManager,
  cast: Cast,
  strands: ReadonlyMap<string, Strand>,
  days: DemoDays,
): SeededRequest[] {
  const programmes = keepProgrammes(em, cast);
  const all = [...first, ...second] as unknown as DemoRequest[];
  return all.map((each) => {
    const at = programmes.get(each.programme);
    if (!at) throw new Error(`The demo has no programme “${each.programme}”.`);
    const owner = named(cast, each.owner);
    const staff = at.staff.includes(owner) ? owner : (at.staff[0] ?? owner);
    const request = keepRequest(em, new Request(at.programme, owner, each.title, each.timeZone), each, days);
    moveThrough(em, request, each, { owner, staff, days });
    em.persist(each.strands.flatMap((slug) => strandOf(request, strands.get(slug))));
    em.persist(each.criteria.map((words, place) => new Criterion(request, place + 1, words)));
    return {
      known: each,
      request,
      staff,
      questions: keepQuestions(em, request, each, { cast, owner, days }),
    };
  });
}

function keepProgrammes(
  em: EntityManager,
  cast: Cast,
): Map<string, { programme: Programme; staff: Person[] }> {
  const kept = known.map(({ slug, name, purpose }) => {
    const programme = new Programme(slug, name, purpose, slug === RAISED_BY_MEMBERS);
    const staff = demoPeople
      .filter(({ programmes }) => programmes?.includes(slug))
      .map(({ key }) => named(cast, key));
    em.persist([programme, ...staff.map((person) => new ProgrammeStaff(programme, person))]);
    return [slug, { programme, staff }] as const;
  });
  return new Map(kept);
}

function keepRequest(em: EntityManager, request: Request, each: DemoRequest, days: DemoDays): Request {
  const { problem, desiredOutcome, alreadyTried, expenses, contributionTypes, mode, country, sensitivity } =
    each;
  // Responses to what has gone further were closed long ago, whatever day the file names.
  const closesDay = isOver(each) ? each.openedDay + RESPONSES_DAYS : each.closesDay;
  const closesOn = days.day(closesDay);
  const asked = days.day(Math.min(each.questionsCloseDay, closesDay - 1));
  const latest = workingDayBefore(closesOn);
  Object.assign(request, {
    problem,
    desiredOutcome,
    alreadyTried,
    expenses,
    contributionTypes,
    mode,
    country,
    sensitivity,
  });
  request.summary = plainExcerpt(problem, SUMMARY_MAX);
  request.effortHours = each.effortHours;
  request.peopleNeeded = each.peopleNeeded;
  request.closesAt = moment(closesOn, each.closesTime, each.timeZone);
  request.questionsCloseAt = moment(asked < latest ? asked : latest, '17:00', each.timeZone);
  request.neededBy = days.day(each.state === 'CLOSED' ? DELIVERED_DAY + 2 : each.neededByDay);
  request.createdAt = days.past(each.openedDay - 3);
  em.persist(request);
  return request;
}

function moment(day: string, time: string, zone: string): Date {
  const found = wallTime(day, time, zone);
  return 'at' in found ? found.at : new Date(`${day}T12:00:00Z`);
}

function isOver({ state }: DemoRequest): boolean {
  return state === 'IN_PROGRESS' || state === 'CLOSED';
}

/** How many days the requests that are over took responses, and when the finished work was handed over. */
const RESPONSES_DAYS = 9;
const DELIVERED_DAY = -6;

const WAY: [RequestState, (openedDay: number) => number][] = [
  [RequestState.SUBMITTED, (opened) => opened - 2],
  [RequestState.OPEN, (opened) => opened],
  [RequestState.CLOSED_TO_RESPONSES, (opened) => opened + RESPONSES_DAYS],
  [RequestState.ASSESSING, (opened) => opened + 10],
  [RequestState.MATCHED, (opened) => opened + 13],
  [RequestState.IN_PROGRESS, (opened) => opened + 14],
  [RequestState.DELIVERED, () => DELIVERED_DAY],
  [RequestState.CLOSED, () => -4],
];

interface Movers {
  owner: Person;
  staff: Person;
  days: DemoDays;
}

/** Walks the way every request goes, as far as this one has come. */
function moveThrough(
  em: EntityManager,
  request: Request,
  { state, openedDay }: DemoRequest,
  movers: Movers,
): void {
  const last = WAY.findIndex(([to]) => to === state);
  for (const [to, day] of WAY.slice(0, last + 1)) {
    const by = to === RequestState.SUBMITTED ? movers.owner : movers.staff;
    em.persist(request.moveTo(to, by, null, movers.days.past(day(openedDay), 10)));
  }
}

function strandOf(request: Request, strand: Strand | undefined): RequestStrand[] {
  return strand ? [new RequestStrand(request, strand)] : [];
}

function keepQuestions(
  em: EntityManager,
  request: Request,
  { questions, openedDay }: DemoRequest,
  { cast, owner, days }: { cast: Cast; owner: Person; days: DemoDays },
): Question[] {
  const kept = questions.map(({ by, body, answer }, at) => {
    const question = new Question(request, named(cast, by), body);
    question.askedAt = days.past(openedDay + 1, 11 + at);
    if (answer) question.answerWith(answer, owner);
    if (answer) question.answeredAt = days.past(openedDay + 1, 16 + at);
    return question;
  });
  em.persist(kept);
  return kept;
}
