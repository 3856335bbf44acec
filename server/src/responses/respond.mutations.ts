import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { tellOfProfile } from '../people/person.events.ts';
import { lockProfileOf } from '../people/person.policy.ts';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { closedDoor } from '../platform/errors.ts';
import { Uuid } from '../platform/ids.ts';
import { emptyDraft } from '../discussions/draft.policy.ts';
import { problemsOf, reject, Rejected } from '../platform/results.ts';
import { Criterion } from '../requests/criterion.ts';
import { whyNotRespond } from '../requests/request.abilities.ts';
import { lockRequest } from '../requests/request.policy.ts';
import type { Request } from '../requests/request.ts';
import { tellDeciders } from './deciders.ts';
import { Declaration } from './declaration.ts';
import { backToAssessing } from './request.moves.ts';
import { saidIn, whyNotAnswerAgain, type Said } from './respond.checks.ts';
import { RespondInput } from './respond.input.ts';
import { whyNotWithdraw } from './response.abilities.ts';
import { responseEdited, responseMoved } from './response.events.ts';
import { keepResponse, moveResponse } from './response.moves.ts';
import {
  RespondPayload,
  RespondResult,
  SeeInvitationPayload,
  SeeInvitationResult,
  WithdrawResponsePayload,
  WithdrawResponseResult,
} from './response.payloads.ts';
import { lockResponse } from './response.policy.ts';
import { ResponseState } from './response.states.ts';
import { Response, ResponseAnswer } from './response.ts';
import { cleanNote, stale } from './words.ts';

@InputType({ description: 'An invitation that was opened.' })
export class SeeInvitationInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
}

@InputType({ description: 'A response to withdraw.' })
export class WithdrawResponseInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'Which.' }) responseId!: string;
  @Field(() => Int, { description: 'The version the decision was made on.' }) version!: number;
  @Field(() => String, { defaultValue: '', description: 'Why, if they want to say, up to 500 characters.' })
  reason!: string;
}

@Resolver()
export class RespondMutations {
  @Mutation(() => RespondResult, {
    description:
      'Answers an open request, or changes the answer until responses close. NO declines in one act.',
  })
  async respond(
    @Arg('input', () => RespondInput, { description: 'The answer.' }) input: RespondInput,
    @Ctx() context: Context,
  ): Promise<RespondPayload | Rejected> {
    const viewer = signedIn(context);
    const { em } = context;
    const { row, request } = await lockRequest(context, input.requestId);
    const before = await em.findOne(Response, { request: request.id, person: viewer.id });
    const criteria = await em.find(Criterion, { request: request.id }, { fields: ['id'] });
    const said = saidIn(input, new Set(criteria.map(({ id }) => id)));
    const problems = problemsOf(whyNotRespond(row), whyNotAnswerAgain(before, input), ...said.problems);
    if (problems.length > 0) return reject(...problems);

    const person = em.getReference(Person, viewer.id);
    const response = await answered(context, request, person, before, said);
    if (said.notBefore) await restUntil(context, said.notBefore);
    await emptyDraft(em, viewer.id, `request:${request.id}`);
    return new RespondPayload({ response: response.id });
  }

  @Mutation(() => SeeInvitationResult, {
    description: 'Says that one’s invitation was opened. Saying it twice is fine.',
  })
  async seeInvitation(
    @Arg('input', () => SeeInvitationInput, { description: 'Which.' }) { requestId }: SeeInvitationInput,
    @Ctx() context: Context,
  ): Promise<SeeInvitationPayload | Rejected> {
    const viewer = signedIn(context);
    const { request } = await lockRequest(context, requestId);
    const response = await context.em.findOne(Response, { request: request.id, person: viewer.id });
    if (!response) return closedDoor();
    if (response.state === ResponseState.INVITED)
      await moveResponse(context.em, response, ResponseState.SEEN);
    return new SeeInvitationPayload({ response: response.id });
  }

  @Mutation(() => WithdrawResponseResult, {
    description: 'Withdraws one’s response, or gives accepted work back before it begins.',
  })
  async withdrawResponse(
    @Arg('input', () => WithdrawResponseInput, { description: 'Which, and why.' })
    input: WithdrawResponseInput,
    @Ctx() context: Context,
  ): Promise<WithdrawResponsePayload | Rejected> {
    const viewer = signedIn(context);
    const { row, response, request } = await lockResponse(context, input.responseId);
    const reason = cleanNote(input.reason, 'reason');
    const outdated = stale(input.version !== response.version);
    const problems = problemsOf(whyNotWithdraw(row), outdated, reason.problem);
    if (problems.length > 0) return reject(...problems);

    const hadOffer = response.state === ResponseState.OFFERED || response.state === ResponseState.ACCEPTED;
    response.withdrawReason = reason.text || null;
    await moveResponse(context.em, response, ResponseState.WITHDRAWN);
    if (hadOffer) {
      await tellDeciders(context.em, request, 'OFFER_ANSWERED', viewer.id);
      await backToAssessing(context.em, request, viewer.id);
    }
    return new WithdrawResponsePayload({ response: response.id });
  }
}

/** Whoever is busy is not asked again before they said: their profile tells so to every request. */
async function restUntil(context: Context, day: string): Promise<void> {
  const { profile } = await lockProfileOf(context);
  const before = profile.version;
  profile.restUntil(day);
  if (profile.version === before) return;
  context.em.persist(profile);
  tellOfProfile(context.em, profile);
}

async function answered(
  { em }: Context,
  request: Request,
  person: Person,
  before: Response | null,
  said: Said,
): Promise<Response> {
  const state = said.answer === ResponseAnswer.NO ? ResponseState.DECLINED : ResponseState.SUBMITTED;
  const isNews = before?.state !== state;
  const response = before ?? new Response(request, person, state);
  response.say(said);
  if (before && isNews) response.become(state);
  await keepResponse(em, response, isNews ? responseMoved : responseEdited);

  if (said.declared) {
    const declaration = before && (await em.findOne(Declaration, { response: before.id }));
    if (declaration) declaration.declare(said.declared);
    else em.persist(new Declaration(response, said.declared));
  }
  if (isNews && state === ResponseState.SUBMITTED) {
    await tellDeciders(em, request, 'RESPONSE_RECEIVED', null);
  }
  return response;
}
