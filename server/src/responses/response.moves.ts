import { carries, WorkloadState } from '../matching/workload.ts';
import type { EventKind } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import { responseMoved, tellOfResponse } from './response.events.ts';
import type { Response } from './response.ts';
import { ResponseState } from './response.states.ts';

/** The one way a response changes state. */
export async function moveResponse(
  em: EntityManager,
  response: Response,
  state: ResponseState,
  at: Date = new Date(),
): Promise<void> {
  response.become(state, at);
  await keepResponse(em, response, responseMoved);
}

/** Keeps a new or changed response, what the person carries for it, and tells the two sides. */
export async function keepResponse(em: EntityManager, response: Response, kind: EventKind): Promise<void> {
  em.persist(response);
  const { person, request, state, latestAt } = response;
  await carries(em, person.id, request.id, CARRIED[state], latestAt);
  tellOfResponse(em, response, kind);
}

/** What counts towards a person's load, or that they were asked and have not answered. */
const CARRIED: Record<ResponseState, WorkloadState | null> = {
  INVITED: WorkloadState.INVITED,
  SEEN: WorkloadState.INVITED,
  OFFERED: WorkloadState.OFFERED,
  ACCEPTED: WorkloadState.ACCEPTED,
  ENGAGED: WorkloadState.ENGAGED,
  DECLINED: null,
  SUBMITTED: null,
  SHORTLISTED: null,
  COMPLETED: null,
  WITHDRAWN: null,
  NOT_SELECTED: null,
  OFFER_LAPSED: null,
};
