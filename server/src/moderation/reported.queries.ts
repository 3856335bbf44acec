import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { discussionRows, type DiscussionRow } from '../discussions/discussion.policy.ts';
import { replyRows, type ReplyRow } from '../discussions/reply.queries.ts';
import { Reply } from '../discussions/reply.ts';
import { Ruling } from '../discussions/ruling.ts';
import { isStaff, signedIn, viewerId, type Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import {
  connectionOf,
  encodeCursor,
  momentCursor,
  PageArgs,
  pageOf,
  pageSize,
  type Connection,
} from '../platform/connection.ts';
import { closedDoor } from '../platform/errors.ts';
import { Cursor } from '../platform/log.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { reportedFrom, reportedRows, type ReportedRow } from './reported.rows.ts';
import { ReportedReply, ReportsView } from './reported.ts';

@ArgsType()
class ReportedArgs extends PageArgs {
  @Field(() => ReportsView, { defaultValue: ReportsView.WAITING, description: 'Which of them.' })
  view: ReportsView = ReportsView.WAITING;
}

const ReportedConnection = connectionOf(ReportedReply);

@Resolver(() => ReportedReply)
export class ReportedQueries {
  @Query(() => ReportedConnection, {
    description: 'The reported replies of the groups that the viewer looks after; none for others.',
  })
  async reportedReplies(
    @Args(() => ReportedArgs) args: ReportedArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ReportedRow>> {
    const viewer = signedIn(context);
    const size = pageSize(args.first);
    const after = momentCursor(args.after);
    const isWaiting = args.view === ReportsView.WAITING;
    const way = sql.raw(isWaiting ? '>' : '<');
    const order = sql.raw(isWaiting ? 'asc' : 'desc');
    const from = after ? sql`(u.at, u.id) ${way} (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;
    const page = sql`and ${from} order by u.at ${order}, u.id ${order} limit ${size + 1}`;
    const found = await rows<ReportedRow>(
      context.em,
      sql`${reportedRows(viewer, args.view, page)} order by s.at ${order}, s.id ${order}`,
    );
    return pageOf(found, size, ({ at, id }) => encodeCursor(at, id), after !== null);
  }

  @Query(() => Int, { description: 'How many reported replies wait for the viewer to look at them.' })
  async reportsWaiting(@Ctx() context: Context): Promise<number> {
    const viewer = signedIn(context);
    const row = await firstRow<{ count: number }>(
      context.em,
      sql`select count(*)::int as count from ${reportedFrom(viewer, ReportsView.WAITING)}`,
    );
    return row?.count ?? 0;
  }

  @Query(() => Cursor, {
    nullable: true,
    description: 'The cursor of what moderators hear, now; null for those who do not.',
  })
  async moderationCursor(@Ctx() { em, viewer }: Context): Promise<Cursor | null> {
    if (!isStaff(viewer)) return null;
    const row = await firstRow<Omit<Cursor, 'stream'>>(
      em,
      sql`select coalesce(s.head_seq, 0) as seq, coalesce(s.epoch, (select epoch from hub_state), 1) as epoch
      from (select 1) one left join stream s on s.id = 'moderation'`,
    );
    return { stream: 'moderation', epoch: row?.epoch ?? 1, seq: row?.seq ?? 0 };
  }

  @FieldResolver(() => Reply, { description: 'The reply; without its words where it was removed.' })
  async reply(@Root() { replyId }: ReportedRow, @Ctx() context: Context): Promise<ReplyRow> {
    return (await replyOf(context, replyId)) ?? closedDoor();
  }

  @FieldResolver(() => Reply, {
    nullable: true,
    description: 'What it answers: the reply it names, or else the one before it. Null for an opening text.',
  })
  before(@Root() { replyId }: ReportedRow, @Ctx() context: Context): Promise<ReplyRow | null> {
    return replyBefore(context, replyId);
  }

  @FieldResolver(() => Ruling, { nullable: true, description: 'What was decided; null while it waits.' })
  ruling(@Root() { ruling }: ReportedRow): ReportedRow['ruling'] {
    return ruling;
  }
}

const replyOf = batch<string, ReplyRow | null>(async (em, ids, context) => {
  const me = viewerId(context as Context);
  const found = await rows<ReplyRow>(em, sql`${replyRows(me)} where y.id = any(${ids}::uuid[])`);
  const within = await discussionsOf(context as Context, found);
  return new Map(found.map((row) => [row.id, { ...row, ...withinOf(within, row) }]));
}, null);

const replyBefore = batch<string, ReplyRow | null>(async (em, ids, context) => {
  const me = viewerId(context as Context);
  const found = await rows<ReplyRow & { after: string }>(
    em,
    sql`select z.id as after, before.* from reply z cross join lateral (${replyRows(me)}
      where y.discussion_id = z.discussion_id and y.number = coalesce(z.in_reply_to, z.number - 1)) before
      where z.id = any(${ids}::uuid[])`,
  );
  return new Map(found.map((row) => [row.after, row]));
}, null);

async function discussionsOf(context: Context, found: ReplyRow[]): Promise<Map<string, DiscussionRow>> {
  const ids = [...new Set(found.map(({ discussionId }) => discussionId))];
  const which = sql`d.id = any(${ids}::uuid[])`;
  const all = await rows<DiscussionRow>(context.em, discussionRows(viewerId(context), which));
  return new Map(all.map((row) => [row.id, row]));
}

function withinOf(all: Map<string, DiscussionRow>, { discussionId }: ReplyRow): Pick<ReplyRow, 'within'> {
  const within = all.get(discussionId);
  return within ? { within } : {};
}
