import type { RawBuilder } from 'kysely';
import { staffOnly, type Context } from '../people/viewer.ts';
import { closedDoor } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { firstRow, sql } from '../platform/sql.ts';
import * as say from '../platform/say/generated/plans.ts';
import { decidesOn, requestsSeenBy } from '../requests/request.policy.ts';
import { PlanState, type Plan } from './plan.ts';

/** A plan as the viewer sees it: flat, from one statement. */
export interface PlanRow extends Pick<Plan, 'id' | 'state' | 'at' | 'madeAt' | 'done' | 'steps' | 'rules'> {
  isMine: boolean;
  byId: string;
}

/** SQL: what `PlanRow` holds, of the plans that this member of staff asked for or that hold a request they decide on. */
export function planRows(me: string, where: RawBuilder<unknown>): RawBuilder<PlanRow> {
  return sql`select pl.id, pl.state, pl.at, pl.made_at as "madeAt", pl.done, pl.steps, pl.rules,
      pl.by_id = ${me} as "isMine", pl.by_id as "byId"
    from plan pl where ${where} and (pl.by_id = ${me} or exists (
      select 1 from ${requestsSeenBy(me)} join plan_request pr on pr.request_id = r.id
      where pr.plan_id = pl.id and ${decidesOn}))`;
}

/** The door: staff alone know of plans. */
export async function openPlan(context: Context, id: string): Promise<PlanRow> {
  const { id: me } = staffOnly(context);
  const row = isId(id) ? await firstRow<PlanRow>(context.em, planRows(me, sql`pl.id = ${id}`)) : null;
  return row ?? closedDoor();
}

/** The same door for writing: the plan's row is locked until the transaction ends. */
export async function lockPlan(context: Context, id: string): Promise<PlanRow> {
  const { id: known } = await openPlan(context, id);
  await firstRow(context.em, sql`select id from plan where id = ${known} for update`);
  return openPlan(context, known);
}

export function whyNotCancelPlan({ isMine, state }: PlanRow): Problem | null {
  if (!isMine) return { code: ProblemCode.NOT_ALLOWED, message: say.onlyWhoAsked() };
  return state === PlanState.MAKING ? null : { code: ProblemCode.WRONG_STATE, message: say.notBeingMade() };
}

export function whyNotDiscardPlan({ isMine, state }: PlanRow): Problem | null {
  if (!isMine) return { code: ProblemCode.NOT_ALLOWED, message: say.onlyWhoAsked() };
  return state === PlanState.PROPOSED ? null : { code: ProblemCode.WRONG_STATE, message: say.onlyProposed() };
}

/** Anybody who decides on a request accepts its seats, whoever asked for the plan. */
export function whyNotAcceptPlan({ state }: PlanRow): Problem | null {
  return state === PlanState.PROPOSED ? null : { code: ProblemCode.WRONG_STATE, message: say.onlyProposed() };
}
