import type { EntityManager } from '../platform/database.ts';
import { tellPerson } from '../platform/inbox.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import type { Request } from '../requests/request.ts';
import { moveResponse } from './response.moves.ts';
import { Response } from './response.ts';
import { ResponseState, settledAs, UNSETTLED } from './response.states.ts';

/** Answers everyone who still waits, with the same words, in the transaction that ends the request; each is told. */
export async function settleAll(
  em: EntityManager,
  request: Request,
  feedback: string,
  byId: string | null,
): Promise<void> {
  const waiting = await em.find(
    Response,
    { request: request.id, state: { $in: [...UNSETTLED] } },
    { orderBy: { id: 'asc' } },
  );
  for (const response of waiting) {
    const end = settledAs(response.state);
    if (end === null) continue;
    response.feedback = feedback;
    await moveResponse(em, response, end);
    const about = { kind: 'RESPONSE_SETTLED', actorId: byId, requestId: request.id };
    tellPerson(em, { personId: response.person.id, ...about });
  }
}

/** Tells everyone who ever said yes or partly what came of it. */
export async function tellOutcome(em: EntityManager, request: Request, byId: string): Promise<void> {
  const responders = await rows<{ id: string }>(
    em,
    sql`
    select person_id as id from response where request_id = ${request.id} and submitted_at is not null order by id`,
  );
  for (const { id } of responders) {
    tellPerson(em, { personId: id, kind: 'OUTCOME', actorId: byId, requestId: request.id });
  }
}

/** How many experts are still at work on it, or about to be. */
export function atWork(em: EntityManager, requestId: string): Promise<number> {
  return countIn(em, requestId, [ResponseState.ACCEPTED, ResponseState.ENGAGED]);
}

/** How many people still wait for an answer of some kind. */
export function waitingFor(em: EntityManager, requestId: string): Promise<number> {
  return countIn(em, requestId, UNSETTLED);
}

async function countIn(
  em: EntityManager,
  requestId: string,
  states: readonly ResponseState[],
): Promise<number> {
  const row = await firstRow<{ count: number }>(
    em,
    sql`
    select count(*)::int as count from response where request_id = ${requestId} and state = any(${states}::text[])`,
  );
  return row?.count ?? 0;
}
