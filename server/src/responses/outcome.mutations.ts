import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { problemsOf, reject, Rejected } from '../platform/results.ts';
import * as say from '../platform/say/generated/responses.ts';
import { whyNotDeliver, whyNotRecordOutcome } from '../requests/request.abilities.ts';
import { requestEdited, tellOfRequest } from '../requests/request.events.ts';
import { lockRequest, whyStale } from '../requests/request.policy.ts';
import { RequestState } from '../requests/request.states.ts';
import { DeliverRequestInput, RecordOutcomeInput } from './ending.input.ts';
import { Outcome } from './outcome.ts';
import { moveRequest } from './request.moves.ts';
import {
  DeliverRequestPayload,
  DeliverRequestResult,
  RecordOutcomePayload,
  RecordOutcomeResult,
} from './request.payloads.ts';
import { cleanOutcome } from './words.ts';

@Resolver()
export class OutcomeMutations {
  @Mutation(() => RecordOutcomeResult, {
    description: 'Records what came of a request, or puts it better, until the request is closed.',
  })
  async recordOutcome(
    @Arg('input', () => RecordOutcomeInput, { description: 'What came of it.' }) input: RecordOutcomeInput,
    @Ctx() context: Context,
  ): Promise<RecordOutcomePayload | Rejected> {
    const viewer = signedIn(context);
    const { em } = context;
    const { row, request } = await lockRequest(context, input.requestId);
    const result = cleanOutcome(input.result, 'result', say.whatMade());
    const usedHow = cleanOutcome(input.usedHow, 'usedHow', say.howUsed());
    const changedWhat = cleanOutcome(input.changedWhat, 'changedWhat', say.whatChanged());
    const lesson = cleanOutcome(input.lesson, 'lesson', say.whatNext(), false);
    const evidence = cleanOutcome(input.evidence, 'evidence', say.whatShows(), false);
    const written = [result, usedHow, changedWhat, lesson, evidence].map(({ problem }) => problem);
    const problems = problemsOf(whyNotRecordOutcome(row), whyStale(row, input.version), ...written);
    if (problems.length > 0) return reject(...problems);

    const recorded = {
      result: result.text,
      usedHow: usedHow.text,
      changedWhat: changedWhat.text,
      lesson: lesson.text,
      evidence: evidence.text,
    };
    const by = em.getReference(Person, viewer.id);
    const before = await em.findOne(Outcome, { request: request.id });
    if (before) before.record(by, recorded);
    else em.persist(new Outcome(request, by, recorded));
    request.version += 1;
    tellOfRequest(em, request, requestEdited);
    return new RecordOutcomePayload({ request: request.id });
  }

  @Mutation(() => DeliverRequestResult, {
    description: 'Says that the work of a request is delivered; its outcome is due.',
  })
  async deliverRequest(
    @Arg('input', () => DeliverRequestInput, { description: 'Which.' }) input: DeliverRequestInput,
    @Ctx() context: Context,
  ): Promise<DeliverRequestPayload | Rejected> {
    const viewer = signedIn(context);
    const { row, request } = await lockRequest(context, input.requestId);
    const problems = problemsOf(whyNotDeliver(row), whyStale(row, input.version));
    if (problems.length > 0) return reject(...problems);

    moveRequest(context.em, request, RequestState.DELIVERED, viewer.id);
    return new DeliverRequestPayload({ request: request.id });
  }
}
