import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { Uuid } from '../platform/ids.ts';
import { plainExcerpt } from '../platform/markdown.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/discussions.ts';
import { replyEdited, replyPosted, tellOfReply } from './discussion.events.ts';
import { lockDiscussion, lockReply, whyNotEdit, whyNotRemove, whyNotReply } from './discussion.policy.ts';
import { emptyDraft } from './draft.policy.ts';
import { tellFollowers } from './follower.ts';
import { markOwnRead } from './read-mark.mutations.ts';
import { tellAddressed } from './mention.ts';
import { openReply, type ReplyRow } from './reply.queries.ts';
import { Reply } from './reply.ts';
import { settleReports, takeOut } from './report.settle.ts';
import { Verdict } from './ruling.ts';
import { cleanBody, cleanLang, SUMMARY_MAX } from './words.ts';

@InputType({ description: 'A reply to post.' })
export class PostReplyInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The discussion.' }) discussionId!: string;
  @Field(() => String, { description: 'Markdown, up to 10,000 characters.' }) body!: string;
  @Field(() => Int, { nullable: true, description: 'The number of the reply it answers.' }) inReplyTo?:
    number | null;
  @Field(() => String, { defaultValue: 'en', description: 'Its language, as a BCP 47 tag.' }) lang!: string;
}

@InputType({ description: 'A new text for a reply.' })
export class EditReplyInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The reply.' }) replyId!: string;
  @Field(() => Int, { description: 'The version the text was written against.' }) version!: number;
  @Field(() => String, { description: 'Markdown, up to 10,000 characters.' }) body!: string;
  @Field(() => String, { nullable: true, description: 'Its language, where that changes too.' })
  lang?: string | null;
}

@InputType({ description: 'A reply to remove.' })
export class RemoveReplyInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The reply.' }) replyId!: string;
}

class ReplyPayload extends Payload<'reply'> {}

@keptPayload
@ObjectType({ description: 'The reply, posted.' })
export class PostReplyPayload extends ReplyPayload {
  @Field(() => Reply, { description: 'As it now stands.' })
  reply(@Ctx() context: Context): Promise<ReplyRow> {
    return openReply(context, this.ids.reply);
  }
}

@keptPayload
@ObjectType({ description: 'The reply, edited.' })
export class EditReplyPayload extends ReplyPayload {
  @Field(() => Reply, { description: 'As it now stands.' })
  reply(@Ctx() context: Context): Promise<ReplyRow> {
    return openReply(context, this.ids.reply);
  }
}

@keptPayload
@ObjectType({ description: 'The reply, removed; its stub stays.' })
export class RemoveReplyPayload extends ReplyPayload {
  @Field(() => Reply, { description: 'As it now stands.' })
  reply(@Ctx() context: Context): Promise<ReplyRow> {
    return openReply(context, this.ids.reply);
  }
}

const PostReplyResult = orRejected(PostReplyPayload);
const EditReplyResult = orRejected(EditReplyPayload);
const RemoveReplyResult = orRejected(RemoveReplyPayload);

const staleProblem = (): Problem => ({
  code: ProblemCode.STALE,
  field: 'body',
  message: say.replyChanged(),
});
const noSuchNumberProblem = (): Problem => ({
  code: ProblemCode.NOT_VALID,
  field: 'inReplyTo',
  message: say.noSuchNumber(),
});

@Resolver()
export class ReplyMutations {
  @Mutation(() => PostReplyResult, {
    description: 'Posts a reply. Everyone following the group hears of it.',
  })
  async postReply(
    @Arg('input', () => PostReplyInput, { description: 'What to post.' }) input: PostReplyInput,
    @Ctx() context: Context,
  ): Promise<PostReplyPayload | Rejected> {
    const { row, discussion } = await lockDiscussion(context, input.discussionId);
    const body = cleanBody(input.body);
    const lang = cleanLang(input.lang);
    const answers = input.inReplyTo ?? null;
    const noSuch =
      answers !== null && (answers < 1 || answers > row.lastNumber) ? noSuchNumberProblem() : null;
    const problems = problemsOf(whyNotReply(row), body.problem, lang.problem, noSuch);
    if (problems.length > 0) return reject(...problems);

    const author = context.em.getReference(Person, signedIn(context).id);
    const reply = new Reply(discussion, author, body.text);
    reply.inReplyTo = answers;
    reply.lang = lang.text;
    context.em.persist(reply);
    tellOfReply(context.em, replyPosted, discussion, reply);
    const told = await tellAddressed(context.em, discussion, reply);
    await tellFollowers(context.em, discussion, reply, told);
    await markOwnRead(context, discussion.id, reply.number);
    await emptyDraft(context.em, author.id, `discussion:${discussion.id}`);
    return new PostReplyPayload({ reply: reply.id });
  }

  @Mutation(() => EditReplyResult, {
    description: 'Edits a reply of one’s own; what it said before is kept.',
  })
  async editReply(
    @Arg('input', () => EditReplyInput, { description: 'The new text.' }) input: EditReplyInput,
    @Ctx() context: Context,
  ): Promise<EditReplyPayload | Rejected> {
    const { discussion, reply } = await lockReply(context, input.replyId);
    const body = cleanBody(input.body);
    const lang = cleanLang(input.lang ?? reply.lang);
    const stale = reply.version === input.version ? null : staleProblem();
    const problems = problemsOf(
      whyNotEdit(context, { authorId: reply.author.id, removedAt: reply.removedAt }),
      stale,
      body.problem,
      lang.problem,
    );
    if (problems.length > 0) return reject(...problems);

    context.em.persist(reply.edit(body.text, lang.text, new Date()));
    if (reply.number === 1) discussion.summary = plainExcerpt(body.text, SUMMARY_MAX);
    tellOfReply(context.em, replyEdited, discussion, reply);
    return new EditReplyPayload({ reply: reply.id });
  }

  @Mutation(() => RemoveReplyResult, {
    description: 'Removes a reply: its author or a lead of the group may.',
  })
  async removeReply(
    @Arg('input', () => RemoveReplyInput, { description: 'Which.' }) input: RemoveReplyInput,
    @Ctx() context: Context,
  ): Promise<RemoveReplyPayload | Rejected> {
    const { row, discussion, reply } = await lockReply(context, input.replyId);
    const problem = whyNotRemove(context, row, { authorId: reply.author.id, removedAt: reply.removedAt });
    if (problem) return reject(problem);

    takeOut(context, discussion, reply);
    await settleReports(context, row, reply, { verdict: Verdict.REMOVED, reason: '' });
    return new RemoveReplyPayload({ reply: reply.id });
  }
}
