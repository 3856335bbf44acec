import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { tellPerson } from '../platform/inbox.ts';
import { problemsOf, reject, Rejected } from '../platform/results.ts';
import { Engagement } from './engagement.ts';
import { CompleteEngagementInput, EndEngagementInput } from './offer.input.ts';
import { backToAssessing, workBegun } from './request.moves.ts';
import { whyNotComplete } from './response.abilities.ts';
import { moveResponse } from './response.moves.ts';
import {
  CompleteEngagementPayload,
  CompleteEngagementResult,
  EndEngagementPayload,
  EndEngagementResult,
} from './response.payloads.ts';
import { lockResponse } from './response.policy.ts';
import { ResponseState } from './response.states.ts';
import { noteWork } from './work-evidence.ts';
import { cleanFeedback, stale } from './words.ts';

@Resolver()
export class EngagementMutations {
  @Mutation(() => CompleteEngagementResult, { description: 'Records that an expert’s work is done.' })
  async completeEngagement(
    @Arg('input', () => CompleteEngagementInput, { description: 'Which.' }) input: CompleteEngagementInput,
    @Ctx() context: Context,
  ): Promise<CompleteEngagementPayload | Rejected> {
    const viewer = signedIn(context);
    const { em } = context;
    const { row, response, request } = await lockResponse(context, input.responseId);
    const problems = problemsOf(whyNotComplete(row), stale(input.version !== response.version));
    if (problems.length > 0) return reject(...problems);

    const now = new Date();
    if (response.state === ResponseState.ACCEPTED) {
      await moveResponse(em, response, ResponseState.ENGAGED, now);
      workBegun(em, request, viewer.id);
    }
    const engagement = await em.findOneOrFail(Engagement, { response: response.id });
    engagement.completedAt = now;
    await moveResponse(em, response, ResponseState.COMPLETED, now);
    await noteWork(em, request, response, now.toISOString().slice(0, 10));
    const about = { kind: 'RESPONSE_SETTLED', actorId: viewer.id, requestId: request.id };
    tellPerson(em, { personId: response.person.id, ...about });
    return new CompleteEngagementPayload({ response: response.id });
  }

  @Mutation(() => EndEngagementResult, {
    description: 'Ends an expert’s work before it is done, and says why.',
  })
  async endEngagement(
    @Arg('input', () => EndEngagementInput, { description: 'Which, and why.' }) input: EndEngagementInput,
    @Ctx() context: Context,
  ): Promise<EndEngagementPayload | Rejected> {
    const viewer = signedIn(context);
    const { em } = context;
    const { row, response, request } = await lockResponse(context, input.responseId);
    const feedback = cleanFeedback(input.feedback);
    const outdated = stale(input.version !== response.version);
    const problems = problemsOf(whyNotComplete(row), outdated, feedback.problem);
    if (problems.length > 0) return reject(...problems);

    response.feedback = feedback.text;
    await moveResponse(em, response, ResponseState.WITHDRAWN);
    const about = { kind: 'RESPONSE_SETTLED', actorId: viewer.id, requestId: request.id };
    tellPerson(em, { personId: response.person.id, ...about });
    await backToAssessing(em, request, viewer.id);
    return new EndEngagementPayload({ response: response.id });
  }
}
