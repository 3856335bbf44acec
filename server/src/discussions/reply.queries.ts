import type { RawBuilder } from 'kysely';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Person, type Role } from '../people/person.ts';
import { viewerId, type Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import {
  connectionOf,
  decodeCursor,
  encodeCursor,
  pageOf,
  pageSize,
  PageArgs,
  type Connection,
} from '../platform/connection.ts';
import { closedDoor } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { Discussion } from './discussion.ts';
import { whyNotAccept } from './discussion.care.policy.ts';
import { openDiscussion, whyNotEdit, whyNotRemove, type DiscussionRow } from './discussion.policy.ts';
import { whyNotAnswer, whyNotReport, whyNotThank } from './reply.care.policy.ts';
import { Reply, ReplyRevision } from './reply.ts';

/** A reply as it is shown: flat, from one statement. A removed one has no words left. */
export interface ReplyRow extends Pick<
  Reply,
  | 'id'
  | 'number'
  | 'inReplyTo'
  | 'lang'
  | 'postedAt'
  | 'editedAt'
  | 'removedAt'
  | 'thanksCount'
  | 'thanksVersion'
  | 'version'
> {
  discussionId: string;
  body: string | null;
  html: string | null;
  authorId: string;
  authorHandle: string;
  authorName: string;
  authorRole: Role;
  authorVerified: boolean;
  thanked: boolean;
  /** The discussion it was read through, so that abilities need no second look. */
  within?: DiscussionRow;
}

/** SQL: what `ReplyRow` holds, from reply `y`. */
export function replyRows(me: string | null): RawBuilder<ReplyRow> {
  return sql<ReplyRow>`
  select y.id, y.number, y.in_reply_to as "inReplyTo", y.lang, y.posted_at as "postedAt", y.edited_at as "editedAt",
    y.removed_at as "removedAt", y.version, y.discussion_id as "discussionId",
    case when y.removed_at is null then y.body end as body, case when y.removed_at is null then y.html end as html,
    a.id as "authorId", a.handle as "authorHandle", a.display_name as "authorName", a.role as "authorRole",
    a.verified_at is not null as "authorVerified", y.thanks_count as "thanksCount", y.thanks_version as "thanksVersion",
    exists (select 1 from thanks t where t.reply_id = y.id and t.person_id = ${me}) as thanked
  from reply y join person a on a.id = y.author_id`;
}

@ArgsType()
class RepliesArgs extends PageArgs {
  @Field(() => Int, { nullable: true, description: 'Begin with this number instead of a cursor.' }) from?:
    number | null;
}

@ObjectType({ description: 'What the viewer may do with a reply.' })
export class ReplyAbilities {
  @Field(() => Boolean, { description: 'Edit its text.' }) edit: boolean;
  @Field(() => Boolean, { description: 'Remove it; its number and a stub stay.' }) remove: boolean;
  @Field(() => Boolean, { description: 'Thank its author for it.' }) thank: boolean;
  @Field(() => Boolean, { description: 'Ask those who look after the group to look at it.' }) report: boolean;
  @Field(() => Boolean, { description: 'Choose it as the answer to the question.' }) accept: boolean;
}

const ReplyConnection = connectionOf(Reply);

const revisionsOf = batch<string, ReplyRevision[]>(async (em, ids) => {
  const found = await rows<ReplyRevision & { replyId: string }>(
    em,
    sql`
    select v.reply_id as "replyId", v.version, v.html, v.written_at as "writtenAt"
    from reply_revision v join reply y on y.id = v.reply_id
    where v.reply_id = any(${ids}::uuid[]) and y.removed_at is null order by v.version`,
  );
  return Map.groupBy(found, ({ replyId }) => replyId);
}, []);

@Resolver(() => Discussion)
export class DiscussionReplies {
  @FieldResolver(() => ReplyConnection, {
    description: 'Its replies by number, the opening text first. Visitors see none.',
  })
  async replies(
    @Root() within: DiscussionRow,
    @Args(() => RepliesArgs) args: RepliesArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ReplyRow>> {
    const size = pageSize(args.first);
    const after = args.from ? args.from - 1 : Number(decodeCursor(args.after, ['number'])?.[0] ?? 0);
    const found = context.viewer
      ? await rows<ReplyRow>(
          context.em,
          sql`${replyRows(context.viewer.id)}
          where y.discussion_id = ${within.id} and y.number > ${after} order by y.number limit ${size + 1}`,
          'once',
        )
      : [];
    for (const row of found) row.within = within;
    return pageOf(found, size, ({ number }) => encodeCursor(number), after > 0);
  }
}

@Resolver(() => Reply)
export class ReplyQueries {
  @Query(() => Reply, { description: 'One reply. NOT_FOUND when the viewer may not read its discussion.' })
  reply(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ReplyRow> {
    return openReply(context, id);
  }

  @FieldResolver(() => Person, { description: 'Who wrote it.' })
  author(@Root() row: ReplyRow): Partial<Person> & { isVerified: boolean } {
    return {
      id: row.authorId,
      handle: row.authorHandle,
      displayName: row.authorName,
      role: row.authorRole,
      isVerified: row.authorVerified,
    };
  }

  @FieldResolver(() => String, { nullable: true, description: 'The Markdown as written; null once removed.' })
  body(@Root() row: ReplyRow): string | null {
    return row.body;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Safe HTML; null once removed.' })
  html(@Root() row: ReplyRow): string | null {
    return row.html;
  }

  @FieldResolver(() => Discussion, { description: 'The discussion it belongs to.' })
  discussion(@Root() row: ReplyRow, @Ctx() context: Context): DiscussionRow | Promise<DiscussionRow> {
    return row.within ?? openDiscussion(context, row.discussionId);
  }

  @FieldResolver(() => Boolean, { description: 'The viewer thanked its author for it.' })
  viewerThanked(@Root() row: ReplyRow): boolean {
    return row.thanked;
  }

  @FieldResolver(() => [ReplyRevision], { description: 'What it said before each edit, oldest first.' })
  revisions(@Root() row: ReplyRow, @Ctx() context: Context): Promise<ReplyRevision[]> {
    return revisionsOf(context, row.id);
  }

  @FieldResolver(() => ReplyAbilities, { description: 'What the viewer may do.' })
  async viewerCan(@Root() row: ReplyRow, @Ctx() context: Context): Promise<ReplyAbilities> {
    const within = row.within ?? (await openDiscussion(context, row.discussionId));
    return {
      edit: whyNotEdit(context, row) === null,
      remove: whyNotRemove(context, within, row) === null,
      thank: whyNotThank(context, within, row) === null,
      report: whyNotReport(context, row) === null,
      accept: (whyNotAccept(context, within) ?? whyNotAnswer(row)) === null,
    };
  }
}

/** The door to one reply: through its discussion, for those signed in. */
export async function openReply(context: Context, id: string): Promise<ReplyRow> {
  const row =
    viewerId(context) && isId(id)
      ? await firstRow<ReplyRow>(context.em, sql`${replyRows(viewerId(context))} where y.id = ${id}`)
      : null;
  if (!row) return closedDoor();
  row.within = await openDiscussion(context, row.discussionId);
  return row;
}
