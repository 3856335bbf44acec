import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { emptyDraft } from '../discussions/draft.policy.ts';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { closedDoor } from '../platform/errors.ts';
import { isId, Uuid } from '../platform/ids.ts';
import { tellPerson } from '../platform/inbox.ts';
import { keptPayload } from '../platform/payload.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { publicWords } from '../platform/words.ts';
import * as say from '../platform/say/generated/requests.ts';
import { Question } from './question.ts';
import { whyNotAnswer, whyNotAsk } from './request.abilities.ts';
import { questionAnswered, questionAsked, tellOfQuestion } from './request.events.ts';
import { staffToTell } from './request.parts.ts';
import { RequestPayload } from './request.payload.ts';
import { lockRequest } from './request.policy.ts';

const MOST_QUESTIONS = 100;
const MOST_WAITING = 5;

@InputType({ description: 'A question about a request.' })
export class AskQuestionInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => String, { description: 'What is asked, up to 2,000 characters.' }) body!: string;
}

@InputType({ description: 'An answer to a question.' })
export class AnswerQuestionInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The question.' }) questionId!: string;
  @Field(() => Int, { description: 'The version of the question it was written against.' }) version!: number;
  @Field(() => String, { description: 'The answer, up to 5,000 characters.' }) answer!: string;
}

@keptPayload
@ObjectType({ description: 'The question, asked.' })
export class AskQuestionPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The question, answered.' })
export class AnswerQuestionPayload extends RequestPayload {}

const AskQuestionResult = orRejected(AskQuestionPayload);
const AnswerQuestionResult = orRejected(AnswerQuestionPayload);

@Resolver()
export class QuestionMutations {
  @Mutation(() => AskQuestionResult, {
    description: 'Asks about a request while its time for questions lasts. All who read it see the question.',
  })
  async askQuestion(
    @Arg('input', () => AskQuestionInput, { description: 'What to ask.' }) input: AskQuestionInput,
    @Ctx() context: Context,
  ): Promise<AskQuestionPayload | Rejected> {
    const viewer = signedIn(context);
    const { row, request } = await lockRequest(context, input.requestId);
    const body = publicWords(input.body, {
      max: 2_000,
      multiline: true,
      field: 'body',
      label: say.yourQuestion(),
    });
    const refused = whyNotAsk(row);
    const tooMany = refused ? null : await whyTooMany(context, request.id, viewer.id);
    const problems = problemsOf(refused, tooMany, body.problem);
    if (problems.length > 0) return reject(...problems);

    const { em } = context;
    const question = new Question(request, em.getReference(Person, viewer.id), body.text);
    em.persist(question);
    tellOfQuestion(em, request, questionAsked, question);
    await emptyDraft(em, viewer.id, `question:${request.id}`);
    for (const personId of await staffToTell(em, request))
      tellPerson(em, { personId, kind: 'QUESTION_ASKED', actorId: viewer.id, requestId: request.id });
    return new AskQuestionPayload({ request: request.id });
  }

  @Mutation(() => AnswerQuestionResult, {
    description: 'Answers a question, or puts a better answer in place. All who read the request see it.',
  })
  async answerQuestion(
    @Arg('input', () => AnswerQuestionInput, { description: 'The answer.' }) input: AnswerQuestionInput,
    @Ctx() context: Context,
  ): Promise<AnswerQuestionPayload | Rejected> {
    const { em } = context;
    const viewer = signedIn(context);
    const question = isId(input.questionId) ? await em.findOne(Question, { id: input.questionId }) : null;
    if (!question) return closedDoor();
    const { row, request } = await lockRequest(context, question.request.id);
    if (!row.mayReadInFull) return closedDoor();
    await em.refresh(question);
    const rules = { max: 5_000, multiline: true, field: 'answer', label: say.theAnswer() };
    const answer = publicWords(input.answer, rules);
    const stale = question.version === input.version ? null : answeredSince();
    const problems = problemsOf(whyNotAnswer(row), stale, answer.problem);
    if (problems.length > 0) return reject(...problems);

    question.answerWith(answer.text, em.getReference(Person, viewer.id));
    tellOfQuestion(em, request, questionAnswered, question);
    const personId = question.askedBy.id;
    tellPerson(em, { personId, kind: 'QUESTION_ANSWERED', actorId: viewer.id, requestId: request.id });
    return new AnswerQuestionPayload({ request: request.id });
  }
}

const answeredSince = (): Problem => ({
  code: ProblemCode.STALE,
  field: 'answer',
  message: say.answeredSince(),
});

/** The request's row is locked, so two who ask at once are counted one after the other. */
async function whyTooMany({ em }: Context, request: string, askedBy: string): Promise<Problem | null> {
  const code = ProblemCode.TOO_MANY;
  if ((await em.count(Question, { request })) >= MOST_QUESTIONS)
    return { code, field: 'body', message: say.asManyQuestions() };
  const waiting = await em.count(Question, { request, askedBy, answer: null });
  if (waiting < MOST_WAITING) return null;
  return {
    code,
    field: 'body',
    message: say.waitForAnswer(),
  };
}
