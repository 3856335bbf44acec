import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { sightOf } from '../matching/sight.ts';
import { Person } from '../people/person.ts';
import type { PersonRow } from '../people/person.queries.ts';
import { staffOnly, type Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { rows, sql } from '../platform/sql.ts';
import { decidesOn, requestRows, requestsSeenBy, type RequestRow } from '../requests/request.policy.ts';
import { Request } from '../requests/request.ts';
import {
  openPlan,
  planRows,
  whyNotAcceptPlan,
  whyNotCancelPlan,
  whyNotDiscardPlan,
  type PlanRow,
} from './plan.policy.ts';
import { PlanSeat, PlanSeatState } from './plan-seat.ts';
import { Plan } from './plan.ts';

@ObjectType({ description: 'What the viewer may do with a plan.' })
export class PlanAbilities {
  @Field(() => Boolean, { description: 'Stop it while it is being made.' }) cancel: boolean;
  @Field(() => Boolean, { description: 'Invite whom it proposes.' }) accept: boolean;
  @Field(() => Boolean, { description: 'Put it aside.' }) discard: boolean;
}

@ObjectType({ description: 'A request in a plan, beside its own list of matches.' })
export class PlannedRequest {
  @Field(() => Request, { description: 'The request.' }) request: RequestRow;
  @Field(() => Int, { description: 'How many people it still needed.' }) needed: number;
  @Field(() => Int, { description: 'Seats for which the plan has nobody.' }) empty: number;
  @Field(() => Int, { description: 'How many people passed its gates and could be asked.' }) passed: number;
  @Field(() => Float, { description: 'The scores of the head of its own list, together.' }) listScore: number;
  @Field(() => Float, { description: 'The scores of those the plan proposes, together.' }) planScore: number;
  @Field(() => [PlanSeat], { description: 'Whom the plan proposes, in the order of its own list.' })
  seats: SeatRow[];
  @Field(() => [PlanSeat], { description: 'Who heads its own list and is not proposed for it.' })
  passedOver: SeatRow[];
}

interface SeatRow extends Pick<PlanSeat, 'id' | 'rank' | 'band' | 'score' | 'state' | 'whyNot'> {
  planId: string;
  requestId: string;
  person: PersonRow | null;
}

type Figures = Pick<PlannedRequest, 'needed' | 'empty' | 'passed' | 'listScore' | 'planScore'>;
type InPlan = Figures & { planId: string; requestId: string };

@Resolver(() => Plan)
export class PlanQueries {
  @Query(() => Plan, {
    description: 'A plan, to staff who asked for it or decide on one of its requests. NOT_FOUND for others.',
  })
  plan(
    @Arg('id', () => ID, { description: 'Which.' }) id: string,
    @Ctx() context: Context,
  ): Promise<PlanRow> {
    return openPlan(context, id);
  }

  @Query(() => [Plan], {
    description:
      'The last twenty plans the viewer may see, the newest first. NOT_FOUND for everybody but staff.',
  })
  plans(@Ctx() context: Context): Promise<PlanRow[]> {
    const { id: me } = staffOnly(context);
    return rows(context.em, sql`${planRows(me, sql`true`)} order by pl.at desc, pl.id desc limit 20`);
  }

  @FieldResolver(() => Person, { description: 'Who asked for it.' })
  async by(@Root() { byId }: PlanRow, @Ctx() context: Context): Promise<PersonRow | null> {
    return personOf(context, byId);
  }

  @FieldResolver(() => PlanAbilities, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() row: PlanRow): PlanAbilities {
    return {
      cancel: whyNotCancelPlan(row) === null,
      accept: whyNotAcceptPlan(row) === null,
      discard: whyNotDiscardPlan(row) === null,
    };
  }

  @FieldResolver(() => [PlannedRequest], {
    description: 'Those of its requests on which the viewer decides.',
  })
  requests(@Root() { id }: PlanRow, @Ctx() context: Context): Promise<PlannedRequest[]> {
    return plannedIn(context, id);
  }
}

const personOf = batch<string, PersonRow | null>(async (em, ids) => {
  const found = await rows<PersonRow>(
    em,
    sql`select id, handle, display_name as "displayName", role, verified_at is not null as "isVerified"
      from person where id = any(${ids}::uuid[])`,
  );
  return new Map(found.map((row) => [row.id, row]));
}, null);

/** By plan. Three statements and a look at who is blind, however many plans and requests there are. */
const plannedIn = batch<string, PlannedRequest[]>(async (em, planIds, work) => {
  const context = work as Context;
  const me = context.viewer?.id ?? '';
  const figures = await rows<InPlan>(
    em,
    sql`select pr.plan_id as "planId", pr.request_id as "requestId", pr.needed, pr.empty, pr.passed,
        pr.list_score as "listScore", pr.plan_score as "planScore"
      from ${requestsSeenBy(me)} join plan_request pr on pr.request_id = r.id
      where pr.plan_id = any(${planIds}::uuid[]) and ${decidesOn} order by r.closes_at nulls last, r.id`,
  );
  const ids = [...new Set(figures.map(({ requestId }) => requestId))];
  const requests = await rows<RequestRow>(em, requestRows(me, sql`r.id = any(${ids}::uuid[])`));
  const seats = await seatsOf(em, planIds, ids);
  const blind = new Map(
    await Promise.all(ids.map(async (id) => [id, (await sightOf(context, id)).isBlind] as const)),
  );
  const rowOf = new Map(requests.map((row) => [row.id, row]));
  const planned = figures.flatMap((one) => {
    const request = rowOf.get(one.requestId);
    const own = seats
      .filter(({ planId, requestId }) => planId === one.planId && requestId === one.requestId)
      .map((seat) => (blind.get(one.requestId) === false ? seat : { ...seat, person: null, whyNot: null }));
    const isPassed = ({ state }: SeatRow) => state === PlanSeatState.PASSED_OVER;
    return request
      ? [{ ...one, request, seats: own.filter((seat) => !isPassed(seat)), passedOver: own.filter(isPassed) }]
      : [];
  });
  return Map.groupBy(planned, ({ planId }) => planId);
}, []);

function seatsOf(
  em: Context['em'],
  planIds: readonly string[],
  requestIds: readonly string[],
): Promise<SeatRow[]> {
  return rows<SeatRow>(
    em,
    sql`select s.id, s.plan_id as "planId", s.request_id as "requestId", s.rank, s.band, s.score, s.state,
        s.why_not as "whyNot", json_build_object('id', p.id, 'handle', p.handle, 'displayName', p.display_name,
        'role', p.role, 'isVerified', p.verified_at is not null) as person
      from plan_seat s join person p on p.id = s.person_id
      where s.plan_id = any(${planIds}::uuid[]) and s.request_id = any(${requestIds}::uuid[])
      order by s.rank, s.id`,
  );
}
