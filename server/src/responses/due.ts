import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '../platform/database.ts';
import { actAlone, type Actor } from '../platform/own-act.ts';
import { rows, sql } from '../platform/sql.ts';
import { Request } from '../requests/request.ts';
import { RequestState } from '../requests/request.states.ts';
import { beginsBy, Engagement } from './engagement.ts';
import { moveRequest, workBegun } from './request.moves.ts';
import { moveResponse } from './response.moves.ts';
import { Response } from './response.ts';
import { ResponseState } from './response.states.ts';
import { settleAll } from './settlement.ts';

const FEEDBACK =
  'The day this was needed by passed before anybody was chosen. This says nothing about you. Thank you for answering.';

/** What dates ask for and nobody presses a button for. Each is looked at again once its row is locked. */
export async function expireDue(actor: Actor, now: Date = new Date()): Promise<void> {
  const at = now.toISOString();
  await each(
    actor,
    sql`select id from request where state = 'OPEN' and closes_at <= ${at}`,
    closeToResponses,
  );
  const overdue = sql`select id from request where state = 'CLOSED_TO_RESPONSES' and needed_by < ${at}::timestamptz::date - 14`;
  await each(actor, overdue, expire);
  await each(
    actor,
    sql`
    select s.request_id as id from response s join engagement g on g.response_id = s.id
    where s.state = 'ACCEPTED' and g.starts_on <= ${at}::timestamptz::date group by s.request_id`,
    begin,
  );

  async function closeToResponses(em: EntityManager, request: Request): Promise<void> {
    if (request.state !== RequestState.OPEN || !request.closesAt || request.closesAt > now) return;
    moveRequest(em, request, RequestState.CLOSED_TO_RESPONSES, null);
  }

  async function expire(em: EntityManager, request: Request): Promise<void> {
    if (request.state !== RequestState.CLOSED_TO_RESPONSES) return;
    await settleAll(em, request, FEEDBACK, null);
    moveRequest(em, request, RequestState.EXPIRED, null, 'The day it was needed by has passed.');
  }

  async function begin(em: EntityManager, request: Request): Promise<void> {
    const accepted = await em.find(Response, { request: request.id, state: ResponseState.ACCEPTED });
    const agreed = await em.find(Engagement, { response: { $in: accepted.map(({ id }) => id) } });
    for (const response of accepted) {
      const engagement = agreed.find((each) => each.response.id === response.id);
      if (!engagement || !beginsBy(engagement, now)) continue;
      await moveResponse(em, response, ResponseState.ENGAGED, now);
      workBegun(em, request, null);
    }
  }
}

/** One transaction for each request, so that one that fails holds up no other. */
async function each(
  actor: Actor,
  due: ReturnType<typeof sql>,
  act: (em: EntityManager, request: Request) => Promise<void>,
): Promise<void> {
  const found = await rows<{ id: string }>(actor.orm.em.fork(), due);
  const faults: unknown[] = [];
  for (const { id } of found) {
    const acted = actAlone(actor, async (em) => {
      const request = await em.findOneOrFail(Request, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      await act(em, request);
    });
    await acted.catch((fault: unknown) => faults.push(fault));
  }
  if (faults.length > 0) throw new AggregateError(faults, 'What was due could not all be done.');
}
