import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { tellPerson } from '../platform/inbox.ts';
import { ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/responses.ts';
import { tellDeciders } from './deciders.ts';
import { beginsBy, Engagement } from './engagement.ts';
import { whyNotOneMore } from './load-cap.ts';
import { AcceptOfferInput, DeclineOfferInput, OfferWorkInput } from './offer.input.ts';
import { backToAssessing, perhapsMatched, workBegun } from './request.moves.ts';
import { whyNotAcceptOffer, whyNotDeclineOffer, whyNotOffer } from './response.abilities.ts';
import { moveResponse } from './response.moves.ts';
import {
  AcceptOfferPayload,
  AcceptOfferResult,
  DeclineOfferPayload,
  DeclineOfferResult,
  OfferWorkPayload,
  OfferWorkResult,
} from './response.payloads.ts';
import { lockResponse } from './response.policy.ts';
import { ResponseState } from './response.states.ts';
import { cleanDeliverables, cleanNote, stale } from './words.ts';

const MOST_HOURS = 2_000;

@Resolver()
export class OfferMutations {
  @Mutation(() => OfferWorkResult, { description: 'Offers the work to a shortlisted expert.' })
  async offerWork(
    @Arg('input', () => OfferWorkInput, { description: 'The terms.' }) input: OfferWorkInput,
    @Ctx() context: Context,
  ): Promise<OfferWorkPayload | Rejected> {
    const viewer = signedIn(context);
    const { em } = context;
    const { row, response } = await lockResponse(context, input.responseId);
    const deliverables = cleanDeliverables(input.deliverables);
    const problems = problemsOf(
      whyNotOffer(row),
      stale(input.version !== response.version),
      deliverables.problem,
      ...whyNotTerms(input),
    );
    if (problems.length > 0) return reject(...problems);

    const { hours, startsOn = null, endsOn = null } = input;
    const terms = { hours, startsOn, endsOn, deliverables: deliverables.text };
    const before = await em.findOne(Engagement, { response: response.id });
    if (before) before.offer(terms);
    else em.persist(new Engagement(response, terms));
    await moveResponse(em, response, ResponseState.OFFERED);
    const about = { kind: 'OFFER', actorId: viewer.id, requestId: response.request.id };
    tellPerson(em, { personId: response.person.id, ...about });
    return new OfferWorkPayload({ response: response.id });
  }

  @Mutation(() => AcceptOfferResult, {
    description: 'Accepts an offer, unless it would be more than the expert takes at once.',
  })
  async acceptOffer(
    @Arg('input', () => AcceptOfferInput, { description: 'Which.' }) input: AcceptOfferInput,
    @Ctx() context: Context,
  ): Promise<AcceptOfferPayload | Rejected> {
    const viewer = signedIn(context);
    const { em } = context;
    const { row, response, request } = await lockResponse(context, input.responseId);
    const problems = problemsOf(whyNotAcceptOffer(row), stale(input.version !== response.version));
    if (problems.length > 0) return reject(...problems);
    const tooMany = await whyNotOneMore(em, viewer.id);
    if (tooMany) return reject(tooMany);

    const now = new Date();
    const engagement = await em.findOneOrFail(Engagement, { response: response.id });
    engagement.agreedAt = now;
    await moveResponse(em, response, ResponseState.ACCEPTED, now);
    await perhapsMatched(em, request, viewer.id);
    if (beginsBy(engagement, now)) {
      await moveResponse(em, response, ResponseState.ENGAGED, now);
      workBegun(em, request, viewer.id);
    }
    await tellDeciders(em, request, 'OFFER_ANSWERED', viewer.id);
    return new AcceptOfferPayload({ response: response.id });
  }

  @Mutation(() => DeclineOfferResult, { description: 'Turns an offer down.' })
  async declineOffer(
    @Arg('input', () => DeclineOfferInput, { description: 'Which, and why.' }) input: DeclineOfferInput,
    @Ctx() context: Context,
  ): Promise<DeclineOfferPayload | Rejected> {
    const viewer = signedIn(context);
    const { row, response, request } = await lockResponse(context, input.responseId);
    const reason = cleanNote(input.reason, 'reason');
    const outdated = stale(input.version !== response.version);
    const problems = problemsOf(whyNotDeclineOffer(row), outdated, reason.problem);
    if (problems.length > 0) return reject(...problems);

    response.withdrawReason = reason.text || null;
    await moveResponse(context.em, response, ResponseState.WITHDRAWN);
    await tellDeciders(context.em, request, 'OFFER_ANSWERED', viewer.id);
    await backToAssessing(context.em, request, viewer.id);
    return new DeclineOfferPayload({ response: response.id });
  }
}

function whyNotTerms({ hours, startsOn, endsOn }: OfferWorkInput): Problem[] {
  const today = new Date().toISOString().slice(0, 10);
  const refuse = (code: ProblemCode, field: string, message: string) => ({ code, field, message });
  const hoursFit = hours >= 1 && hours <= MOST_HOURS;
  const reversed = startsOn && endsOn && endsOn < startsOn;
  return problemsOf(
    hoursFit
      ? null
      : refuse(ProblemCode.OUT_OF_RANGE, 'hours', say.hoursRange({ least: 1, most: MOST_HOURS })),
    startsOn && startsOn < today ? refuse(ProblemCode.IN_THE_PAST, 'startsOn', say.firstDayPassed()) : null,
    endsOn && endsOn < today ? refuse(ProblemCode.IN_THE_PAST, 'endsOn', say.lastDayPassed()) : null,
    reversed ? refuse(ProblemCode.WRONG_ORDER, 'endsOn', say.lastBeforeFirst()) : null,
  );
}
