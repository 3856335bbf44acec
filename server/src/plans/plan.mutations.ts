import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Person } from '../people/person.ts';
import { staffOnly, type Context } from '../people/viewer.ts';
import { audit } from '../platform/audit.ts';
import { isId } from '../platform/ids.ts';
import { ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import * as say from '../platform/say/generated/plans.ts';
import { decidesOn, requestsSeenBy } from '../requests/request.policy.ts';
import { bell } from './bell.ts';
import { CancelPlanInput, DiscardPlanInput, MakePlanInput } from './plan.input.ts';
import {
  CancelPlanPayload,
  CancelPlanResult,
  DiscardPlanPayload,
  DiscardPlanResult,
  MakePlanPayload,
  MakePlanResult,
} from './plan.payloads.ts';
import { lockPlan, whyNotCancelPlan, whyNotDiscardPlan } from './plan.policy.ts';
import { cleanRules } from './plan-rule.checks.ts';
import { Plan, PlanState } from './plan.ts';

const MOST_REQUESTS = 200;

@Resolver()
export class PlanMutations {
  @Mutation(() => MakePlanResult, {
    description:
      'Begins to plan whom to ask for what, over several open requests at once. Nobody is invited by it.',
  })
  async makePlan(
    @Arg('input', () => MakePlanInput, { description: 'What.' }) input: MakePlanInput,
    @Ctx() context: Context,
  ): Promise<MakePlanPayload | Rejected> {
    const viewer = staffOnly(context);
    const { em } = context;
    const asked = [...new Set(input.requestIds)];
    const chosen = await openOnes(context, viewer.id, asked);
    const { rules, problems } = cleanRules(input.rules, new Set(chosen));
    const all = [
      ...problemsOf(whyNotThese(asked, chosen), await whyNotAnother(context, viewer.id)),
      ...problems,
    ];
    if (all.length > 0) return reject(...all);

    const plan = new Plan(em.getReference(Person, viewer.id), rules, chosen.length);
    em.persist(plan);
    await em.flush();
    await rows(
      em,
      sql`insert into plan_request (plan_id, request_id) select ${plan.id}, id from request where id = any(${chosen}::uuid[])`,
    );
    audit(em, {
      actorId: viewer.id,
      verb: 'makePlan',
      target: `plan:${plan.id}`,
      after: { requests: chosen.length },
    });
    bell.ring();
    return new MakePlanPayload({ plan: plan.id });
  }

  @Mutation(() => CancelPlanResult, { description: 'Stops making a plan.' })
  async cancelPlan(
    @Arg('input', () => CancelPlanInput, { description: 'Which.' }) input: CancelPlanInput,
    @Ctx() context: Context,
  ): Promise<CancelPlanPayload | Rejected> {
    const viewer = staffOnly(context);
    const row = await lockPlan(context, input.planId);
    const problems = problemsOf(whyNotCancelPlan(row));
    if (problems.length > 0) return reject(...problems);
    await moveTo(context, row.id, PlanState.CANCELLED);
    audit(context.em, { actorId: viewer.id, verb: 'cancelPlan', target: `plan:${row.id}` });
    return new CancelPlanPayload({ plan: row.id });
  }

  @Mutation(() => DiscardPlanResult, {
    description: 'Puts a plan aside. Whoever was invited by it before stays invited.',
  })
  async discardPlan(
    @Arg('input', () => DiscardPlanInput, { description: 'Which.' }) input: DiscardPlanInput,
    @Ctx() context: Context,
  ): Promise<DiscardPlanPayload | Rejected> {
    const viewer = staffOnly(context);
    const row = await lockPlan(context, input.planId);
    const problems = problemsOf(whyNotDiscardPlan(row));
    if (problems.length > 0) return reject(...problems);
    await moveTo(context, row.id, PlanState.DISCARDED);
    audit(context.em, { actorId: viewer.id, verb: 'discardPlan', target: `plan:${row.id}` });
    return new DiscardPlanPayload({ plan: row.id });
  }
}

async function moveTo({ em }: Context, id: string, state: PlanState): Promise<void> {
  await rows(em, sql`update plan set state = ${state} where id = ${id}`);
}

/** Requests that take responses and on which the viewer decides, the first to close first; of those asked for, if any are. */
async function openOnes({ em }: Context, me: string, asked: readonly string[]): Promise<string[]> {
  const these = asked.length > 0 ? sql`and r.id = any(${asked.filter(isId)}::uuid[])` : sql``;
  const found = await rows<{ id: string }>(
    em,
    sql`select r.id from ${requestsSeenBy(me)} where ${decidesOn} and r.state = 'OPEN' and r.closes_at > now() ${these}
      order by r.closes_at, r.id limit ${MOST_REQUESTS}`,
  );
  return found.map(({ id }) => id);
}

function whyNotThese(asked: readonly string[], chosen: readonly string[]): Problem | null {
  const field = 'requestIds';
  if (asked.length > MOST_REQUESTS)
    return { code: ProblemCode.TOO_MANY, field, message: say.tooManyRequests({ most: MOST_REQUESTS }) };
  if (asked.some((id) => !isId(id)) || (asked.length > 0 && chosen.length < asked.length))
    return { code: ProblemCode.NOT_VALID, field, message: say.notAllOpen() };
  return chosen.length > 0 ? null : { code: ProblemCode.WRONG_STATE, field, message: say.noneOpen() };
}

/** Of two at once the second could only repeat the first. */
async function whyNotAnother({ em }: Context, me: string): Promise<Problem | null> {
  await rows(em, sql`select id from person where id = ${me} for no key update`);
  const making = await firstRow(em, sql`select id from plan where by_id = ${me} and state = 'MAKING'`);
  return making ? { code: ProblemCode.ALREADY_DONE, message: say.oneAtATime() } : null;
}
