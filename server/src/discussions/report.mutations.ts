import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { Uuid } from '../platform/ids.ts';
import { tellPerson } from '../platform/inbox.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import {
  orRejected,
  ProblemCode,
  problemsOf,
  reject,
  type Rejected,
  type Problem,
} from '../platform/results.ts';
import { rows, sql } from '../platform/sql.ts';
import * as say from '../platform/say/generated/discussions.ts';
import { lockReply } from './discussion.policy.ts';
import { whyNotReport } from './reply.care.policy.ts';
import { openReply, type ReplyRow } from './reply.queries.ts';
import { Reply } from './reply.ts';
import { Report, ReportReason } from './report.ts';
import { reportMade, tellModerators } from './report.settle.ts';
import { cleanNote } from './words.ts';

@InputType({ description: 'A reply that should be looked at.' })
export class ReportReplyInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The reply.' }) replyId!: string;
  @Field(() => ReportReason, { description: 'Why.' }) reason!: ReportReason;
  @Field(() => String, {
    defaultValue: '',
    description: 'What to look at, up to 1,000 characters; needed where the reason is another.',
  })
  note!: string;
}

@keptPayload
@ObjectType({ description: 'Reported.' })
export class ReportReplyPayload extends Payload<'reply'> {
  @Field(() => Reply, { description: 'As it now stands.' })
  reply(@Ctx() context: Context): Promise<ReplyRow> {
    return openReply(context, this.ids.reply);
  }
}

const ReportReplyResult = orRejected(ReportReplyPayload);

@Resolver()
export class ReportMutations {
  @Mutation(() => ReportReplyResult, {
    description: 'Asks those who look after the group to look at a reply. Its author is not told who asked.',
  })
  async reportReply(
    @Arg('input', () => ReportReplyInput, { description: 'Which, and why.' }) input: ReportReplyInput,
    @Ctx() context: Context,
  ): Promise<ReportReplyPayload | Rejected> {
    const { row, discussion, reply } = await lockReply(context, input.replyId);
    const me = context.em.getReference(Person, signedIn(context).id);
    const note = cleanNote(input.note, input.reason === ReportReason.OTHER);
    const written = { number: reply.number, authorId: reply.author.id, removedAt: reply.removedAt };
    const before = await context.em.count(Report, { reply, reportedBy: me });
    const problems = problemsOf(
      whyNotReport(context, written),
      before > 0 ? reportedProblem() : null,
      note.problem,
    );
    if (problems.length > 0) return reject(...problems);

    const report = new Report(reply, me, input.reason, note.text);
    context.em.persist(report);
    tellModerators(context.em, row, report, reportMade);
    for (const { id } of await lookAfter(context, row.groupId, reply.author.id)) {
      const about = { discussionId: discussion.id, replyId: reply.id };
      if (id !== me.id) tellPerson(context.em, { personId: id, kind: 'REPORTED', ...about });
    }
    return new ReportReplyPayload({ reply: reply.id });
  }
}

const reportedProblem = (): Problem => ({
  code: ProblemCode.ALREADY_DONE,
  message: say.reported(),
});

const MOST_TOLD = 50;

/** The leads but for the author; where there is none, the admins of what everybody reads. */
async function lookAfter(context: Context, groupId: string, authorId: string): Promise<{ id: string }[]> {
  return rows(
    context.em,
    sql`
    with lead as (
      select p.id from membership m join person p on p.id = m.person_id
      where m.group_id = ${groupId} and m.state = 'ACTIVE' and m.role = 'LEAD' and p.suspended_at is null
        and p.id <> ${authorId})
    select id from lead union all
    select p.id from person p join "group" g on g.id = ${groupId} and g.privacy in ('OPEN', 'RESTRICTED')
    where p.role = 'ADMIN' and p.suspended_at is null and p.id <> ${authorId} and not exists (select 1 from lead)
    order by id limit ${MOST_TOLD}`,
  );
}
