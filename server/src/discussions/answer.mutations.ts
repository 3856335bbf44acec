import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, problemsOf, reject, type Rejected } from '../platform/results.ts';
import { Discussion } from './discussion.ts';
import { whyNotAccept } from './discussion.care.policy.ts';
import { discussionAnswered, tellOfDiscussion } from './discussion.events.ts';
import { lockDiscussion, lockReply, openDiscussion, type DiscussionRow } from './discussion.policy.ts';
import { whyNotAnswer } from './reply.care.policy.ts';

@InputType({ description: 'The reply that answers a question.' })
export class AcceptAnswerInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The reply.' }) replyId!: string;
}

@InputType({ description: 'A question that has no answer after all.' })
export class TakeAnswerBackInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The question.' }) discussionId!: string;
}

@keptPayload
@ObjectType({ description: 'The question, answered.' })
export class AcceptAnswerPayload extends Payload<'discussion'> {
  @Field(() => Discussion, { description: 'As it now stands.' })
  discussion(@Ctx() context: Context): Promise<DiscussionRow> {
    return openDiscussion(context, this.ids.discussion);
  }
}

@keptPayload
@ObjectType({ description: 'The question, without an answer.' })
export class TakeAnswerBackPayload extends Payload<'discussion'> {
  @Field(() => Discussion, { description: 'As it now stands.' })
  discussion(@Ctx() context: Context): Promise<DiscussionRow> {
    return openDiscussion(context, this.ids.discussion);
  }
}

const AcceptAnswerResult = orRejected(AcceptAnswerPayload);
const TakeAnswerBackResult = orRejected(TakeAnswerBackPayload);

@Resolver()
export class AnswerMutations {
  @Mutation(() => AcceptAnswerResult, {
    description:
      'Says which reply answers a question: whoever asked may, and leads. Another one takes its place.',
  })
  async acceptAnswer(
    @Arg('input', () => AcceptAnswerInput, { description: 'Which.' }) input: AcceptAnswerInput,
    @Ctx() context: Context,
  ): Promise<AcceptAnswerPayload | Rejected> {
    const { row, discussion, reply } = await lockReply(context, input.replyId);
    const written = { number: reply.number, authorId: reply.author.id, removedAt: reply.removedAt };
    const problems = problemsOf(whyNotAccept(context, row), whyNotAnswer(written));
    if (problems.length > 0) return reject(...problems);

    const by = context.em.getReference(Person, signedIn(context).id);
    if (discussion.accept(reply.number, by)) tellOfDiscussion(context.em, discussion, discussionAnswered);
    return new AcceptAnswerPayload({ discussion: discussion.id });
  }

  @Mutation(() => TakeAnswerBackResult, { description: 'Says that no reply answers the question after all.' })
  async takeAnswerBack(
    @Arg('input', () => TakeAnswerBackInput, { description: 'Which.' }) input: TakeAnswerBackInput,
    @Ctx() context: Context,
  ): Promise<TakeAnswerBackPayload | Rejected> {
    const { row, discussion } = await lockDiscussion(context, input.discussionId);
    const problem = whyNotAccept(context, row);
    if (problem) return reject(problem);

    if (discussion.accept(null, null)) tellOfDiscussion(context.em, discussion, discussionAnswered);
    return new TakeAnswerBackPayload({ discussion: discussion.id });
  }
}
