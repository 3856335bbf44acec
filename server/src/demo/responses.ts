import { carries, WorkloadState } from '../matching/workload.ts';
import type { Person } from '../people/person.ts';
import type { EntityManager } from '../platform/database.ts';
import { Assessment, Declaration } from '../responses/declaration.ts';
import { Engagement } from '../responses/engagement.ts';
import { Outcome } from '../responses/outcome.ts';
import { Response, ResponseAnswer } from '../responses/response.ts';
import { ResponseState } from '../responses/response.states.ts';
import type { DemoDays } from './days.ts';
import { named, type Cast } from './people.ts';
import type { SeededRequest } from './requests.ts';
import type { DemoResponse } from './shape.ts';

const S = ResponseState;

/** The way of a response to where it stands in the files; whoever was selected is at work. */
const WAYS: Record<DemoResponse['state'], ResponseState[]> = {
  DECLINED: [S.DECLINED],
  SUBMITTED: [S.SUBMITTED],
  NOT_SELECTED: [S.SUBMITTED, S.SHORTLISTED, S.NOT_SELECTED],
  SELECTED: [S.SUBMITTED, S.SHORTLISTED, S.OFFERED, S.ACCEPTED, S.ENGAGED],
  COMPLETED: [S.SUBMITTED, S.SHORTLISTED, S.OFFERED, S.ACCEPTED, S.ENGAGED, S.COMPLETED],
};

/** When each step was taken: in days after the request was opened, or, for the last, in days from today. */
const STEP_DAYS: Partial<Record<ResponseState, number>> = {
  SHORTLISTED: 11,
  OFFERED: 12,
  ACCEPTED: 13,
  ENGAGED: 14,
  NOT_SELECTED: 13,
};
const COMPLETED_DAY = -6;

/** Keeps the answers with what was declared, agreed and done, and what came of it all. */
export async function seedResponses(
  em: EntityManager,
  cast: Cast,
  seeded: readonly SeededRequest[],
  days: DemoDays,
): Promise<Response[]> {
  const kept = seeded.flatMap((one) => {
    const { known, request, staff } = one;
    if (known.outcome) {
      const outcome = new Outcome(request, staff, known.outcome);
      outcome.recordedAt = days.past(-4, 9);
      em.persist(outcome);
    }
    return known.responses.map((said, at) => keepResponse(em, one, named(cast, said.by), said, { days, at }));
  });
  await em.flush();
  for (const response of kept) await keepWorkload(em, response);
  return kept;
}

function keepResponse(
  em: EntityManager,
  { known, request, staff }: SeededRequest,
  person: Person,
  said: DemoResponse,
  { days, at }: { days: DemoDays; at: number },
): Response {
  const [first = S.SUBMITTED, ...steps] = WAYS[said.state];
  const answeredAt = days.past(Math.min(known.openedDay + 1 + at, -1), 9 + at);
  const response = new Response(request, person, first);
  response.say({ ...said, criteria: [], availabilityNote: '' });
  Object.assign(response, {
    latestAt: answeredAt,
    submittedAt: said.answer === ResponseAnswer.NO ? null : answeredAt,
  });
  for (const state of steps) {
    const day = STEP_DAYS[state];
    response.become(state, days.past(day === undefined ? COMPLETED_DAY : known.openedDay + day, 11));
  }
  response.feedback = said.feedback;
  em.persist(response);
  if (said.answer !== ResponseAnswer.NO) keepDeclaration(em, response, staff, steps.length > 0);
  if (steps.includes(S.ENGAGED)) keepEngagement(em, response, known, days);
  return response;
}

function keepDeclaration(em: EntityManager, response: Response, staff: Person, isAssessed: boolean): void {
  const nothing = { hasInterests: false, interests: '', confidentiality: true, employerConsent: true };
  const declaration = new Declaration(response, nothing);
  if (isAssessed) declaration.assess(Assessment.NONE, '', staff, response.latestAt);
  em.persist(declaration);
}

function keepEngagement(
  em: EntityManager,
  response: Response,
  known: SeededRequest['known'],
  days: DemoDays,
): void {
  const { openedDay, effortHours, desiredOutcome, neededByDay } = known;
  const isDone = response.state === S.COMPLETED;
  const engagement = new Engagement(response, {
    startsOn: days.day(openedDay + 14),
    endsOn: days.day(isDone ? COMPLETED_DAY : neededByDay),
    hours: Math.ceil(effortHours),
    deliverables: desiredOutcome,
  });
  engagement.agreedAt = days.past(openedDay + 13, 11);
  if (isDone) engagement.completedAt = response.latestAt;
  em.persist(engagement);
}

/** What a person carries counts against the limit they set; what is done is remembered with its date. */
async function keepWorkload(em: EntityManager, response: Response): Promise<void> {
  const { person, request, state, latestAt } = response;
  if (state !== S.ENGAGED && state !== S.COMPLETED) return;
  await carries(em, person.id, request.id, WorkloadState.ENGAGED, latestAt);
  if (state === S.COMPLETED) await carries(em, person.id, request.id, null, latestAt);
}
