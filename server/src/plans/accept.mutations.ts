import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { staffOnly, type Context } from '../people/viewer.ts';
import { audit } from '../platform/audit.ts';
import { isId } from '../platform/ids.ts';
import { ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { rows, sql } from '../platform/sql.ts';
import * as say from '../platform/say/generated/plans.ts';
import { decidesOn, requestsSeenBy } from '../requests/request.policy.ts';
import { cleanInvitation } from '../responses/words.ts';
import { inviteSeats, lockSeats, type Seat } from './invite-seats.ts';
import { AcceptPlanInput } from './plan.input.ts';
import { AcceptPlanPayload, AcceptPlanResult } from './plan.payloads.ts';
import { openPlan, whyNotAcceptPlan } from './plan.policy.ts';
import { PlanSeatState } from './plan-seat.ts';

const MOST_SEATS = 200;

@Resolver()
export class AcceptPlanMutations {
  @Mutation(() => AcceptPlanResult, {
    description:
      'Invites whom a plan proposes, each as if invited by hand. Whatever changed since is refused for that seat alone.',
  })
  async acceptPlan(
    @Arg('input', () => AcceptPlanInput, { description: 'Which seats.' }) input: AcceptPlanInput,
    @Ctx() context: Context,
  ): Promise<AcceptPlanPayload | Rejected> {
    const viewer = staffOnly(context);
    const { em } = context;
    const plan = await openPlan(context, input.planId);
    const message = cleanInvitation(input.message);
    const wanted = [...new Set(input.seatIds)];
    const seats = await seatsOf(context, plan.id, input.isWhole ? null : wanted);
    const problems = problemsOf(
      whyNotAcceptPlan(plan),
      whyNotTheseSeats(wanted, seats, input.isWhole),
      message.problem,
    );
    if (problems.length > 0) return reject(...problems);

    await lockSeats(context, seats);
    const byRequest = Map.groupBy(seats, ({ requestId }) => requestId);
    const answers = new Map<string, string | null>();
    for (const requestId of [...byRequest.keys()].sort())
      for (const [id, whyNot] of await inviteSeats(
        context,
        requestId,
        byRequest.get(requestId) ?? [],
        message.text,
      ))
        answers.set(id, whyNot);
    const [still] = await rows(
      em,
      sql`select id from plan where id = ${plan.id} and state = 'PROPOSED' for update`,
    );
    if (!still) return reject({ code: ProblemCode.WRONG_STATE, message: say.onlyProposed() });
    const found = [...answers].map(([id, whyNot]) => ({ id, whyNot }));
    await rows(
      em,
      sql`update plan_seat set why_not = a."whyNot", accepted_at = now(),
        state = case when a."whyNot" is null then ${PlanSeatState.INVITED} else ${PlanSeatState.REFUSED} end
      from json_to_recordset(${JSON.stringify(found)}::json) as a(id uuid, "whyNot" text)
      where plan_seat.id = a.id and plan_seat.state <> 'INVITED'`,
    );
    const invited = found.filter(({ whyNot }) => whyNot === null).length;
    const after = { invited, refused: found.length - invited };
    audit(em, { actorId: viewer.id, verb: 'acceptPlan', target: `plan:${plan.id}`, after });
    return new AcceptPlanPayload({ plan: plan.id });
  }
}

/** Seats still proposed, or refused before, of requests on which the viewer decides. */
function seatsOf({ em, viewer }: Context, planId: string, ids: readonly string[] | null): Promise<Seat[]> {
  const which = ids ? sql`s.id = any(${ids.filter(isId)}::uuid[])` : sql`s.state = 'PROPOSED'`;
  return rows<Seat>(
    em,
    sql`select s.id, s.request_id as "requestId", s.person_id as "personId", s.state
      from ${requestsSeenBy(viewer?.id ?? null)} join plan_seat s on s.request_id = r.id
      where s.plan_id = ${planId} and s.state <> 'PASSED_OVER' and ${decidesOn} and ${which} order by s.rank, s.id`,
  );
}

function whyNotTheseSeats(
  wanted: readonly string[],
  seats: readonly Seat[],
  isWhole: boolean,
): Problem | null {
  const field = 'seatIds';
  if (!isWhole && wanted.length === 0) return { code: ProblemCode.BLANK, field, message: say.chooseSeats() };
  if (seats.length > MOST_SEATS || wanted.length > MOST_SEATS)
    return { code: ProblemCode.TOO_MANY, field, message: say.tooManySeats({ most: MOST_SEATS }) };
  if (!isWhole && seats.length < wanted.length)
    return { code: ProblemCode.NOT_VALID, field, message: say.seatGone() };
  if (seats.some(({ state }) => state === PlanSeatState.INVITED))
    return { code: ProblemCode.ALREADY_DONE, field, message: say.seatTaken() };
  return seats.length > 0 ? null : { code: ProblemCode.ALREADY_DONE, field, message: say.noneProposed() };
}
