import { ref } from '@mikro-orm/core';
import { Band } from '../src/matching/reason.ts';
import { Person } from '../src/people/person.ts';
import type { EntityManager } from '../src/platform/database.ts';
import { PlanRequest } from '../src/plans/plan-request.ts';
import { PlanSeat, PlanSeatState } from '../src/plans/plan-seat.ts';
import { Plan, PlanState } from '../src/plans/plan.ts';
import type { Request } from '../src/requests/request.ts';

/** A plan that proposes this person for this request, and one that somebody else asked for and a process is at work on. */
export function plansOver(
  em: EntityManager,
  request: Request,
  { by, other }: { by: { id: string }; other: { id: string } },
  proposes: { id: string },
) {
  const asker = em.getReference(Person, by.id);
  const proposed = new Plan(asker, [], 1);
  Object.assign(proposed, { state: PlanState.PROPOSED, madeAt: new Date() });
  const making = new Plan(em.getReference(Person, other.id), [], 1);
  making.workedAt = new Date();
  const within = (plan: Plan) =>
    Object.assign(new PlanRequest(), { plan: ref(plan), request: ref(request), needed: 1, passed: 1 });
  const seat = Object.assign(new PlanSeat(), {
    plan: ref(proposed),
    request: ref(request),
    person: ref(em.getReference(Person, proposes.id)),
    rank: 1,
    band: Band.GOOD,
    score: 0.5,
    state: PlanSeatState.PROPOSED,
  });
  em.persist([proposed, making, within(proposed), within(making), seat]);
  return { proposed, making, seat };
}
