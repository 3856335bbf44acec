import { Person } from '../people/person.ts';
import type { EntityManager } from '../platform/database.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { requestMoved, tellOfRequest } from '../requests/request.events.ts';
import type { Request } from '../requests/request.ts';
import { RequestState } from '../requests/request.states.ts';

/** Moves a request and tells whom it concerns. Null acts for the hub itself. */
export function moveRequest(
  em: EntityManager,
  request: Request,
  to: RequestState,
  byId: string | null,
  reason: string | null = null,
): void {
  em.persist(request.moveTo(to, byId === null ? null : em.getReference(Person, byId), reason));
  tellOfRequest(em, request, requestMoved);
}

/** Enough experts have accepted: the request is matched. */
export async function perhapsMatched(em: EntityManager, request: Request, byId: string): Promise<void> {
  if (request.state !== RequestState.ASSESSING) return;
  if ((await taken(em, request)) < request.peopleNeeded) return;
  moveRequest(em, request, RequestState.MATCHED, byId);
}

/** Work has begun with whoever accepted so far; staff may go on choosing. */
export function workBegun(em: EntityManager, request: Request, byId: string | null): void {
  if (request.state === RequestState.ASSESSING) moveRequest(em, request, RequestState.MATCHED, byId);
  if (request.state === RequestState.MATCHED) moveRequest(em, request, RequestState.IN_PROGRESS, byId);
}

/** Somebody gave the work back before it began, and there are too few again. */
export async function backToAssessing(em: EntityManager, request: Request, byId: string): Promise<void> {
  if (request.state !== RequestState.MATCHED) return;
  if ((await taken(em, request)) >= request.peopleNeeded) return;
  moveRequest(em, request, RequestState.ASSESSING, byId);
}

async function taken(em: EntityManager, request: Request): Promise<number> {
  await em.flush();
  const row = await firstRow<{ count: number }>(
    em,
    sql`
    select count(*)::int as count from response
    where request_id = ${request.id} and state in ('ACCEPTED', 'ENGAGED', 'COMPLETED')`,
  );
  return row?.count ?? 0;
}
