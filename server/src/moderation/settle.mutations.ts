import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { openReply, type ReplyRow } from '../discussions/reply.queries.ts';
import { Reply } from '../discussions/reply.ts';
import { settleReports, takeOut } from '../discussions/report.settle.ts';
import { Verdict } from '../discussions/ruling.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { audit, cleanReason } from '../platform/audit.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, problemsOf, reject, type Rejected } from '../platform/results.ts';
import { lockReported, whyNotSettle } from './settle.policy.ts';

@InputType({ description: 'What comes of the reports of a reply.' })
export class SettleReportsInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The reply.' }) replyId!: string;
  @Field(() => Int, { description: 'How many reports of it were seen: nothing unread is settled.' })
  seen!: number;
  @Field(() => Verdict, { description: 'What comes of it.' }) verdict!: Verdict;
  @Field(() => String, {
    defaultValue: '',
    description: 'Why, up to 600 characters: its author reads it. Needed unless the reply stays as it is.',
  })
  reason!: string;
}

@keptPayload
@ObjectType({ description: 'Settled.' })
export class SettleReportsPayload extends Payload<'reply'> {
  @Field(() => Reply, { description: 'As it now stands.' })
  reply(@Ctx() context: Context): Promise<ReplyRow> {
    return openReply(context, this.ids.reply);
  }
}

const SettleReportsResult = orRejected(SettleReportsPayload);

@Resolver()
export class SettleMutations {
  @Mutation(() => SettleReportsResult, {
    description:
      'Those who look after the group decide about a reported reply: it stays, its author is told what to mind, or it is removed. Whoever reported it hears what came of it.',
  })
  async settleReports(
    @Arg('input', () => SettleReportsInput, { description: 'Which, and what.' }) input: SettleReportsInput,
    @Ctx() context: Context,
  ): Promise<SettleReportsPayload | Rejected> {
    const reported = await lockReported(context, input.replyId);
    const why = cleanReason(input.reason, input.verdict !== Verdict.KEPT);
    const problems = problemsOf(whyNotSettle(reported, input.seen), why.problem);
    if (problems.length > 0) return reject(...problems);

    const { row, discussion, reply } = reported;
    if (input.verdict === Verdict.REMOVED) takeOut(context, discussion, reply);
    const decided = { verdict: input.verdict, reason: why.text };
    const settled = await settleReports(context, row, reply, decided);
    audit(context.em, {
      actorId: signedIn(context).id,
      verb: 'settleReports',
      target: `group:${row.groupId}`,
      after: { verdict: input.verdict, reply: reply.number, reports: settled.length },
      reason: why.text,
    });
    return new SettleReportsPayload({ reply: reply.id });
  }
}
