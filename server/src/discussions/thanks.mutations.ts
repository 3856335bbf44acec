import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, reject, type Rejected } from '../platform/results.ts';
import { rows, sql } from '../platform/sql.ts';
import { tellOfThanks } from './discussion.events.ts';
import { lockReply } from './discussion.policy.ts';
import { whyNotThank } from './reply.care.policy.ts';
import { openReply, type ReplyRow } from './reply.queries.ts';
import { Reply } from './reply.ts';

@InputType({ description: 'A reply to thank for, or no longer.' })
export class ThankReplyInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The reply.' }) replyId!: string;
  @Field(() => Boolean, { defaultValue: true, description: 'False takes the thanks back.' }) thanks!: boolean;
}

@keptPayload
@ObjectType({ description: 'The reply, with its thanks.' })
export class ThankReplyPayload extends Payload<'reply'> {
  @Field(() => Reply, { description: 'As it now stands.' })
  reply(@Ctx() context: Context): Promise<ReplyRow> {
    return openReply(context, this.ids.reply);
  }
}

const ThankReplyResult = orRejected(ThankReplyPayload);

@Resolver()
export class ThanksMutations {
  @Mutation(() => ThankReplyResult, {
    description: 'Thanks the author of a reply, or takes the thanks back. Doing so twice is success.',
  })
  async thankReply(
    @Arg('input', () => ThankReplyInput, { description: 'Which.' }) input: ThankReplyInput,
    @Ctx() context: Context,
  ): Promise<ThankReplyPayload | Rejected> {
    const { row, discussion, reply } = await lockReply(context, input.replyId);
    const problem = whyNotThank(context, row, {
      number: reply.number,
      authorId: reply.author.id,
      removedAt: reply.removedAt,
    });
    if (problem) return reject(problem);

    if (await change(context, reply.id, input.thanks)) {
      reply.thanksCount = await count(context, reply.id);
      reply.thanksVersion += 1;
      tellOfThanks(context.em, signedIn(context).id, discussion, reply);
    }
    return new ThankReplyPayload({ reply: reply.id });
  }
}

async function change(context: Context, replyId: string, thanks: boolean): Promise<boolean> {
  const { id } = signedIn(context);
  const changed = await rows(
    context.em,
    thanks
      ? sql`insert into thanks (reply_id, person_id, at) values (${replyId}, ${id}, now()) on conflict do nothing returning at`
      : sql`delete from thanks where reply_id = ${replyId} and person_id = ${id} returning at`,
  );
  return changed.length > 0;
}

/** Counted and not added to, so that it is right whatever happened before. The discussion's row is locked. */
async function count(context: Context, replyId: string): Promise<number> {
  const [found] = await rows<{ thanks: number }>(
    context.em,
    sql`select count(*)::int as thanks from thanks where reply_id = ${replyId}`,
  );
  return found?.thanks ?? 0;
}
