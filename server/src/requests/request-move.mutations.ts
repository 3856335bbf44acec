import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { tellPerson } from '../platform/inbox.ts';
import { orRejected, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { publicWords } from '../platform/words.ts';
import * as say from '../platform/say/generated/requests.ts';
import {
  whyNotAssess,
  whyNotCloseResponses,
  whyNotPause,
  whyNotPublish,
  whyNotResume,
  whyNotReturn,
  whyNotSubmit,
} from './request.abilities.ts';
import { whyNotReady } from './request.checks.ts';
import { requestMoved, tellOfRequest } from './request.events.ts';
import * as input from './request-move.input.ts';
import * as payload from './request-move.payload.ts';
import { criteriaOf, essentials, staffToTell, stateBeforePause } from './request.parts.ts';
import { lockRequest, whyStale, type RequestRow } from './request.policy.ts';
import { RequestState } from './request.states.ts';
import type { Request } from './request.ts';

const SubmitRequestResult = orRejected(payload.SubmitRequestPayload);
const ReturnRequestResult = orRejected(payload.ReturnRequestPayload);
const PublishRequestResult = orRejected(payload.PublishRequestPayload);
const PauseRequestResult = orRejected(payload.PauseRequestPayload);
const ResumeRequestResult = orRejected(payload.ResumeRequestPayload);
const CloseResponsesResult = orRejected(payload.CloseResponsesPayload);
const StartAssessingResult = orRejected(payload.StartAssessingPayload);

@Resolver()
export class RequestMoveMutations {
  @Mutation(() => SubmitRequestResult, {
    description: 'Submits a complete request to its programme’s staff.',
  })
  async submitRequest(
    @Arg('input', () => input.SubmitRequestInput, { description: 'Which.' }) which: input.SubmitRequestInput,
    @Ctx() context: Context,
  ): Promise<payload.SubmitRequestPayload | Rejected> {
    const moved = await move(context, which, RequestState.SUBMITTED, whyNotSubmit, whyNotComplete);
    if (moved instanceof Rejected) return moved;
    const news = { kind: 'REQUEST_SUBMITTED', actorId: context.actorId, requestId: moved.id };
    for (const personId of await staffToTell(context.em, moved))
      tellPerson(context.em, { personId, ...news });
    return new payload.SubmitRequestPayload({ request: moved.id });
  }

  @Mutation(() => ReturnRequestResult, {
    description: 'Sends a submitted request back to its owner with a reason.',
  })
  async returnRequest(
    @Arg('input', () => input.ReturnRequestInput, { description: 'Which, and why.' })
    which: input.ReturnRequestInput,
    @Ctx() context: Context,
  ): Promise<payload.ReturnRequestPayload | Rejected> {
    const moved = await move(context, which, RequestState.RETURNED, whyNotReturn);
    if (moved instanceof Rejected) return moved;
    tellPerson(context.em, {
      personId: moved.owner.id,
      kind: 'REQUEST_RETURNED',
      actorId: context.actorId,
      requestId: moved.id,
    });
    return new payload.ReturnRequestPayload({ request: moved.id });
  }

  @Mutation(() => PublishRequestResult, {
    description: 'Publishes a submitted request: experts may respond.',
  })
  async publishRequest(
    @Arg('input', () => input.PublishRequestInput, { description: 'Which.' })
    which: input.PublishRequestInput,
    @Ctx() context: Context,
  ): Promise<payload.PublishRequestPayload | Rejected> {
    const moved = await move(context, which, RequestState.OPEN, whyNotPublish, whyNotComplete);
    return moved instanceof Rejected ? moved : new payload.PublishRequestPayload({ request: moved.id });
  }

  @Mutation(() => PauseRequestResult, { description: 'Lets a request stand still, with a reason.' })
  async pauseRequest(
    @Arg('input', () => input.PauseRequestInput, { description: 'Which, and why.' })
    which: input.PauseRequestInput,
    @Ctx() context: Context,
  ): Promise<payload.PauseRequestPayload | Rejected> {
    const moved = await move(context, which, RequestState.PAUSED, whyNotPause);
    return moved instanceof Rejected ? moved : new payload.PauseRequestPayload({ request: moved.id });
  }

  @Mutation(() => ResumeRequestResult, {
    description:
      'Lets a paused request go on where it stood; one whose date passed meanwhile takes no more responses.',
  })
  async resumeRequest(
    @Arg('input', () => input.ResumeRequestInput, { description: 'Which.' }) which: input.ResumeRequestInput,
    @Ctx() context: Context,
  ): Promise<payload.ResumeRequestPayload | Rejected> {
    const moved = await move(
      context,
      which,
      (request) => stateBeforePause(context.em, request),
      whyNotResume,
    );
    return moved instanceof Rejected ? moved : new payload.ResumeRequestPayload({ request: moved.id });
  }

  @Mutation(() => CloseResponsesResult, {
    description:
      'Closes a request to responses, also before its date. From then on staff read what was answered.',
  })
  async closeResponses(
    @Arg('input', () => input.CloseResponsesInput, { description: 'Which.' })
    which: input.CloseResponsesInput,
    @Ctx() context: Context,
  ): Promise<payload.CloseResponsesPayload | Rejected> {
    const moved = await move(context, which, RequestState.CLOSED_TO_RESPONSES, whyNotCloseResponses);
    return moved instanceof Rejected ? moved : new payload.CloseResponsesPayload({ request: moved.id });
  }

  @Mutation(() => StartAssessingResult, { description: 'Begins to assess the responses.' })
  async startAssessing(
    @Arg('input', () => input.StartAssessingInput, { description: 'Which.' })
    which: input.StartAssessingInput,
    @Ctx() context: Context,
  ): Promise<payload.StartAssessingPayload | Rejected> {
    const moved = await move(context, which, RequestState.ASSESSING, whyNotAssess);
    return moved instanceof Rejected ? moved : new payload.StartAssessingPayload({ request: moved.id });
  }
}

type Asked = input.MoveRequestInput & { reason?: string };
type Target = RequestState | ((request: Request) => Promise<RequestState>);

/** One step: opened and locked, asked of the policy, recorded, told. A reason is needed where the input has one. */
async function move(
  context: Context,
  asked: Asked,
  target: Target,
  whyNot: (row: RequestRow) => Problem | null,
  whyNotYet: (context: Context, request: Request) => Promise<Problem[]> = async () => [],
): Promise<Request | Rejected> {
  const viewer = signedIn(context);
  const { row, request } = await lockRequest(context, asked.requestId);
  const rules = { max: 1_000, multiline: true, field: 'reason', label: say.theReason() };
  const reason = asked.reason === undefined ? null : publicWords(asked.reason, rules);
  const refused = whyNot(row);
  const problems = problemsOf(refused, refused ? null : whyStale(row, asked.version), reason?.problem);
  if (!refused) problems.push(...(await whyNotYet(context, request)));
  if (problems.length > 0) return reject(...problems);

  const { em } = context;
  const to = typeof target === 'function' ? await target(request) : target;
  em.persist(request.moveTo(to, em.getReference(Person, viewer.id), reason?.text ?? null));
  tellOfRequest(em, request, requestMoved);
  return request;
}

async function whyNotComplete({ em }: Context, request: Request): Promise<Problem[]> {
  return whyNotReady(request, essentials(await criteriaOf(em, request.id)), new Date());
}
