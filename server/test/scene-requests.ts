import { Person } from '../src/people/person.ts';
import type { EntityManager } from '../src/platform/database.ts';
import { Criterion } from '../src/requests/criterion.ts';
import { Programme } from '../src/requests/programme.ts';
import { CriterionKind, Importance, Sensitivity } from '../src/requests/request.kinds.ts';
import { RequestState } from '../src/requests/request.states.ts';
import { Request } from '../src/requests/request.ts';
import { dayFromNow } from './requests.ts';

const NEVER_OPENED: readonly RequestState[] = [
  RequestState.DRAFT,
  RequestState.SUBMITTED,
  RequestState.RETURNED,
];

/** A complete request as it stands in this state, which only verified people read in full. */
export function requestIn(
  em: EntityManager,
  state: RequestState,
  programmeId: string,
  ownerId: string,
): Request {
  const programme = em.getReference(Programme, programmeId);
  const request = new Request(programme, em.getReference(Person, ownerId), `A request: ${state}`, 'UTC');
  Object.assign(request, {
    state,
    problem: 'Both plants stop every rainy season.',
    desiredOutcome: 'A checklist.',
    contributionTypes: ['ADVISE'],
    effortHours: 6,
    sensitivity: Sensitivity.VERIFIED,
    closesAt: new Date(`${dayFromNow(20)}T17:00:00Z`),
    neededBy: dayFromNow(40),
    openedAt: NEVER_OPENED.includes(state) ? null : new Date(),
  });
  em.persist([
    request,
    new Criterion(request, 1, {
      importance: Importance.ESSENTIAL,
      kind: CriterionKind.EXPERTISE,
      value: 'Oxygen systems',
      level: null,
      says: 'Knows oxygen systems.',
    }),
  ]);
  return request;
}
