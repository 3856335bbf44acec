import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { Uuid } from '../platform/ids.ts';
import { tellPerson } from '../platform/inbox.ts';
import { keptPayload } from '../platform/payload.ts';
import { daysLater } from '../platform/wall-time.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected } from '../platform/results.ts';
import * as say from '../platform/say/generated/requests.ts';
import { requestEdited, tellOfRequest } from '../requests/request.events.ts';
import { staffToTell } from '../requests/request.parts.ts';
import { RequestPayload } from '../requests/request.payload.ts';
import { lockRequest, whyStale } from '../requests/request.policy.ts';
import { moreTimeAnswered, moreTimeAsked, tellOfMoreTime } from './more-time.live.ts';
import { whyNotAnswerMoreTime, whyNotAskForMoreTime, whyNotLater } from './more-time.policy.ts';
import { MORE_DAYS, MoreTime } from './more-time.ts';
import { Response } from './response.ts';

@InputType({ description: 'A request that leaves too little time to answer.' })
export class AskForMoreTimeInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
}

@InputType({ description: 'What staff say to everyone who asks for more time.' })
export class AnswerMoreTimeInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => Int, { description: 'The version it was seen in.' }) version!: number;
  @Field(() => Boolean, { description: 'True: responses close three days later, for everyone.' })
  isGiven!: boolean;
}

@keptPayload
@ObjectType({ description: 'More time, asked for.' })
export class AskForMoreTimePayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'Everyone who asked for more time, answered.' })
export class AnswerMoreTimePayload extends RequestPayload {}

const AskForMoreTimeResult = orRejected(AskForMoreTimePayload);
const AnswerMoreTimeResult = orRejected(AnswerMoreTimePayload);

@Resolver()
export class MoreTimeMutations {
  @Mutation(() => AskForMoreTimeResult, {
    description:
      'Asks staff for three days more to answer a request. Nothing closes later until they say so.',
  })
  async askForMoreTime(
    @Arg('input', () => AskForMoreTimeInput, { description: 'Which.' }) input: AskForMoreTimeInput,
    @Ctx() context: Context,
  ): Promise<AskForMoreTimePayload | Rejected> {
    const { em } = context;
    const viewer = signedIn(context);
    const { row, request } = await lockRequest(context, input.requestId);
    const own = { request: request.id, person: viewer.id };
    const before = await em.findOne(MoreTime, own);
    const refused = whyNotAskForMoreTime(row, before, await em.findOne(Response, own));
    if (refused) return reject(refused);

    const asked = new MoreTime(request, em.getReference(Person, viewer.id));
    em.persist(asked);
    tellOfMoreTime(em, asked, moreTimeAsked);
    for (const personId of await staffToTell(em, request))
      tellPerson(em, { personId, kind: 'MORE_TIME_ASKED', requestId: request.id });
    return new AskForMoreTimePayload({ request: request.id });
  }

  @Mutation(() => AnswerMoreTimeResult, {
    description: 'Gives everyone three days more to answer a request, or says that there is none to give.',
  })
  async answerMoreTime(
    @Arg('input', () => AnswerMoreTimeInput, { description: 'Whether.' }) input: AnswerMoreTimeInput,
    @Ctx() context: Context,
  ): Promise<AnswerMoreTimePayload | Rejected> {
    const { em } = context;
    const viewer = signedIn(context);
    const { row, request } = await lockRequest(context, input.requestId);
    const waiting = await em.find(
      MoreTime,
      { request: request.id, answeredAt: null },
      { orderBy: { id: 'asc' } },
    );
    const closesAt =
      input.isGiven && request.closesAt ? daysLater(request.closesAt, MORE_DAYS, request.timeZone) : null;
    const refused = whyNotAnswerMoreTime(row);
    const problems = problemsOf(
      refused,
      refused ? null : whyStale(row, input.version),
      refused || waiting.length > 0 ? null : nobodyWaits(),
      refused || !closesAt ? null : whyNotLater(row, closesAt),
    );
    if (problems.length > 0) return reject(...problems);

    const now = new Date();
    const kind = closesAt ? 'MORE_TIME_GIVEN' : 'MORE_TIME_NOT_GIVEN';
    for (const asked of waiting) {
      asked.answer(closesAt !== null, now);
      tellOfMoreTime(em, asked, moreTimeAnswered);
      tellPerson(em, { personId: asked.person.id, kind, actorId: viewer.id, requestId: request.id });
    }
    if (closesAt) {
      request.closesAt = closesAt;
      request.version += 1;
      tellOfRequest(em, request, requestEdited);
    }
    return new AnswerMoreTimePayload({ request: request.id });
  }
}

const nobodyWaits = () => ({
  code: ProblemCode.ALREADY_DONE,
  message: say.nobodyWaits(),
});
