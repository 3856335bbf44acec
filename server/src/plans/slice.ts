import type { Slice } from '../platform/slice.ts';
import { AcceptPlanMutations } from './accept.mutations.ts';
import { PlanMutations } from './plan.mutations.ts';
import { PlanQueries } from './plan.queries.ts';
import { PlanRequest } from './plan-request.ts';
import { PlanSeat } from './plan-seat.ts';
import { Plan } from './plan.ts';

export const plans: Slice = {
  name: 'plans',
  entities: [Plan, PlanRequest, PlanSeat],
  resolvers: [PlanQueries, PlanMutations, AcceptPlanMutations],
  subjects: [],
  audiences: [],
};
