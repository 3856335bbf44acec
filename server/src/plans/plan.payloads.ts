import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected } from '../platform/results.ts';
import { openPlan, type PlanRow } from './plan.policy.ts';
import { Plan } from './plan.ts';

@ObjectType({ description: 'A plan that was changed.' })
class PlanPayload extends Payload<'plan'> {
  @Field(() => Plan, { description: 'As it now stands.' })
  plan(@Ctx() context: Context): Promise<PlanRow> {
    return openPlan(context, this.ids.plan);
  }
}

@keptPayload
@ObjectType({ description: 'The plan, which is being made.' })
export class MakePlanPayload extends PlanPayload {}

@keptPayload
@ObjectType({ description: 'The plan, stopped.' })
export class CancelPlanPayload extends PlanPayload {}

@keptPayload
@ObjectType({ description: 'The plan, put aside.' })
export class DiscardPlanPayload extends PlanPayload {}

@keptPayload
@ObjectType({ description: 'The plan; each seat says whether its person was invited, or why not.' })
export class AcceptPlanPayload extends PlanPayload {}

export const MakePlanResult = orRejected(MakePlanPayload);
export const CancelPlanResult = orRejected(CancelPlanPayload);
export const DiscardPlanResult = orRejected(DiscardPlanPayload);
export const AcceptPlanResult = orRejected(AcceptPlanPayload);
