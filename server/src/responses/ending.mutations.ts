import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { neededAfterClose } from '../platform/say/generated/requests.ts';
import * as say from '../platform/say/generated/responses.ts';
import {
  whyNotCancel,
  whyNotClose,
  whyNotMarkUnfilled,
  whyNotReopen,
} from '../requests/request.abilities.ts';
import { lockRequest, whyStale, type RequestRow } from '../requests/request.policy.ts';
import type { Request } from '../requests/request.ts';
import { RequestState } from '../requests/request.states.ts';
import {
  CancelRequestInput,
  CloseRequestInput,
  MarkUnfilledInput,
  ReopenRequestInput,
} from './ending.input.ts';
import { Outcome } from './outcome.ts';
import { moveRequest } from './request.moves.ts';
import {
  CancelRequestPayload,
  CancelRequestResult,
  CloseRequestPayload,
  CloseRequestResult,
  MarkUnfilledPayload,
  MarkUnfilledResult,
  ReopenRequestPayload,
  ReopenRequestResult,
} from './request.payloads.ts';
import { atWork, settleAll, tellOutcome, waitingFor } from './settlement.ts';
import { noteOutcome } from './work-evidence.ts';
import { cleanFeedback, cleanNote, cleanReason } from './words.ts';

@Resolver()
export class EndingMutations {
  @Mutation(() => CloseRequestResult, {
    description: 'Closes a delivered request that has an outcome, answers everyone who waits, and tells all.',
  })
  async closeRequest(
    @Arg('input', () => CloseRequestInput, { description: 'Which, and what those who wait are told.' })
    input: CloseRequestInput,
    @Ctx() context: Context,
  ): Promise<CloseRequestPayload | Rejected> {
    const viewer = signedIn(context);
    const { em } = context;
    const { row, request } = await lockRequest(context, input.requestId);
    const feedback = cleanFeedback(input.feedback);
    const refused = whyNotClose(row);
    if (refused) return reject(refused);
    const outcome = await em.findOne(Outcome, { request: request.id });
    const problems = problemsOf(
      whyStale(row, input.version),
      outcome ? null : whyNoOutcome(),
      whyNotFinished(await atWork(em, request.id)),
      feedback.problem,
    );
    if (problems.length > 0) return reject(...problems);

    await settleAll(em, request, feedback.text, viewer.id);
    moveRequest(em, request, RequestState.CLOSED, viewer.id);
    await tellOutcome(em, request, viewer.id);
    if (outcome) await noteOutcome(em, request, outcome);
    return new CloseRequestPayload({ request: request.id });
  }

  @Mutation(() => CancelRequestResult, { description: 'Gives a request up and answers everyone who waits.' })
  async cancelRequest(
    @Arg('input', () => CancelRequestInput, { description: 'Which, and why.' }) input: CancelRequestInput,
    @Ctx() context: Context,
  ): Promise<CancelRequestPayload | Rejected> {
    const ended = await end(context, input, RequestState.CANCELLED, whyNotCancel);
    return ended instanceof Rejected ? ended : new CancelRequestPayload({ request: ended.id });
  }

  @Mutation(() => MarkUnfilledResult, {
    description:
      'Says that nobody suitable was found and answers everyone who waits. It can be opened again.',
  })
  async markUnfilled(
    @Arg('input', () => MarkUnfilledInput, { description: 'Which, and why.' }) input: MarkUnfilledInput,
    @Ctx() context: Context,
  ): Promise<MarkUnfilledPayload | Rejected> {
    const ended = await end(context, input, RequestState.UNFILLED, whyNotMarkUnfilled);
    return ended instanceof Rejected ? ended : new MarkUnfilledPayload({ request: ended.id });
  }

  @Mutation(() => ReopenRequestResult, {
    description: 'Opens a request again that ended without an outcome, with new dates.',
  })
  async reopenRequest(
    @Arg('input', () => ReopenRequestInput, { description: 'Which, and until when.' })
    input: ReopenRequestInput,
    @Ctx() context: Context,
  ): Promise<ReopenRequestPayload | Rejected> {
    const viewer = signedIn(context);
    const { row, request } = await lockRequest(context, input.requestId);
    const { closesAt } = input;
    const neededBy = input.neededBy ?? request.neededBy;
    const problems = problemsOf(
      whyNotReopen(row),
      whyStale(row, input.version),
      ...whyNotDates(closesAt, neededBy),
    );
    if (problems.length > 0) return reject(...problems);

    // Questions are taken for as long as responses are.
    Object.assign(request, { closesAt, neededBy, questionsCloseAt: null });
    moveRequest(context.em, request, RequestState.OPEN, viewer.id);
    return new ReopenRequestPayload({ request: request.id });
  }
}

function whyNoOutcome(): Problem {
  return { code: ProblemCode.OUTCOME_NEEDED, message: say.outcomeFirst() };
}

function whyNotFinished(count: number): Problem | null {
  return count === 0 ? null : { code: ProblemCode.WRONG_STATE, message: say.stillAtWork({ count }) };
}

/** One way out without an outcome: whoever waits is answered, and cannot be left without a word. */
async function end(
  context: Context,
  input: CancelRequestInput | MarkUnfilledInput,
  to: RequestState,
  whyNot: (row: RequestRow) => Problem | null,
): Promise<Request | Rejected> {
  const viewer = signedIn(context);
  const { em } = context;
  const { row, request } = await lockRequest(context, input.requestId);
  const reason = cleanReason(input.reason);
  const someoneWaits = (await waitingFor(em, request.id)) > 0;
  const feedback = someoneWaits ? cleanFeedback(input.feedback) : cleanNote(input.feedback, 'feedback');
  const refused = whyNot(row);
  if (refused) return reject(refused);
  const problems = problemsOf(whyStale(row, input.version), reason.problem, feedback.problem);
  if (problems.length > 0) return reject(...problems);

  await settleAll(em, request, feedback.text, viewer.id);
  moveRequest(em, request, to, viewer.id, reason.text);
  return request;
}

function whyNotDates(closesAt: Date, neededBy: string | null): Problem[] {
  const past = closesAt <= new Date();
  const early = neededBy !== null && neededBy <= closesAt.toISOString().slice(0, 10);
  return problemsOf(
    past
      ? {
          code: ProblemCode.IN_THE_PAST,
          field: 'closesAt',
          message: say.momentPassed(),
        }
      : null,
    early ? { code: ProblemCode.WRONG_ORDER, field: 'neededBy', message: neededAfterClose() } : null,
  );
}
