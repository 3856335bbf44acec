import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import { Person } from '../people/person.ts';
import { viewerId, type Context } from '../people/viewer.ts';
import {
  connectionOf,
  encodeCursor,
  momentCursor,
  PageArgs,
  pageOf,
  pageSize,
  type Connection,
} from '../platform/connection.ts';
import { isId } from '../platform/ids.ts';
import { Cursor } from '../platform/log.ts';
import { rows, sql } from '../platform/sql.ts';
import { Group, groupStream } from '../strands/group.ts';
import { groupOf } from '../strands/group.loaders.ts';
import { Discussion } from './discussion.ts';
import { discussionRows, openDiscussion, whyNotReply, type DiscussionRow } from './discussion.policy.ts';

export enum DiscussionFilter {
  LATEST = 'LATEST',
  UNREAD = 'UNREAD',
  UNANSWERED = 'UNANSWERED',
}
registerEnumType(DiscussionFilter, {
  name: 'DiscussionFilter',
  description: 'Which discussions of a list to show. All are in order of their latest reply.',
  valuesConfig: {
    LATEST: { description: 'All of them.' },
    UNREAD: { description: 'Those with replies the viewer has not read.' },
    UNANSWERED: { description: 'Those nobody has answered.' },
  },
});

@ObjectType({ description: 'What the viewer may do with a discussion.' })
export class DiscussionAbilities {
  @Field(() => Boolean, { description: 'Post a reply.' }) reply: boolean;
}

const DiscussionConnection = connectionOf(Discussion);

@Resolver(() => Discussion)
export class DiscussionQueries {
  @Query(() => Discussion, { description: 'One discussion. NOT_FOUND when the viewer may not see it.' })
  discussion(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<DiscussionRow> {
    return openDiscussion(context, id);
  }

  @Query(() => DiscussionConnection, { description: 'Discussions the viewer may see, the latest first.' })
  async discussions(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('groupId', () => ID, { nullable: true, description: 'Only those of this group.' })
    groupId: string | null,
    @Arg('filter', () => DiscussionFilter, {
      defaultValue: DiscussionFilter.LATEST,
      description: 'Which to show.',
    })
    filter: DiscussionFilter,
    @Arg('mine', () => Boolean, {
      defaultValue: false,
      description: 'Only those of groups the viewer belongs to.',
    })
    mine: boolean,
    @Ctx() context: Context,
  ): Promise<Connection<DiscussionRow>> {
    const size = pageSize(first);
    const from = momentCursor(after);
    const found = await rows<DiscussionRow>(
      context.em,
      sql`${discussionRows(
        viewerId(context),
        sql`${inGroup(groupId)} and ${kept(filter)} and ${mine ? sql`mine.state = 'ACTIVE'` : sql`true`}
        and ${from ? sql`(d.latest_at, d.id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql`true`}`,
      )} order by d.latest_at desc, d.id desc limit ${size + 1}`,
      'once',
    );
    return pageOf(found, size, ({ latestAt, id }) => encodeCursor(String(latestAt), id), from !== null);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who started it. Not told to visitors.' })
  startedBy(
    @Root() row: DiscussionRow,
    @Ctx() { viewer }: Context,
  ): (Partial<Person> & { isVerified: boolean }) | null {
    if (!viewer) return null;
    return {
      id: row.startedById,
      handle: row.startedByHandle,
      displayName: row.startedByName,
      role: row.startedByRole,
      isVerified: row.startedByVerified,
    };
  }

  @FieldResolver(() => Group, { description: 'The group it belongs to.' })
  group(@Root() row: DiscussionRow, @Ctx() context: Context): unknown {
    return row.group ?? groupOf(context, row.groupId);
  }

  @FieldResolver(() => Int, { description: 'How many replies came after the opening text.' })
  replyCount(@Root() row: DiscussionRow): number {
    return row.lastNumber - 1;
  }

  @FieldResolver(() => Int, { description: 'How many the viewer has not read; 0 for visitors.' })
  unreadCount(@Root() row: DiscussionRow, @Ctx() { viewer }: Context): number {
    return viewer ? Math.max(row.lastNumber - row.readTo, 0) : 0;
  }

  @FieldResolver(() => Int, { description: 'The highest number the viewer has read; 0 for none.' })
  readTo(@Root() row: DiscussionRow): number {
    return row.readTo;
  }

  @FieldResolver(() => Cursor, { description: "The group stream's cursor at the moment of this answer." })
  cursor(@Root() row: DiscussionRow): Cursor {
    return { stream: groupStream(row.groupId), epoch: row.epoch, seq: row.head };
  }

  @FieldResolver(() => DiscussionAbilities, { description: 'What the viewer may do.' })
  viewerCan(@Root() row: DiscussionRow): DiscussionAbilities {
    return { reply: whyNotReply(row) === null };
  }
}

function inGroup(groupId: string | null) {
  if (!groupId) return sql`true`;
  return isId(groupId) ? sql`d.group_id = ${groupId}` : sql`false`;
}

function kept(filter: DiscussionFilter) {
  if (filter === DiscussionFilter.UNREAD) return sql`d.last_number > coalesce(r.number, 0)`;
  return filter === DiscussionFilter.UNANSWERED ? sql`d.last_number = 1` : sql`true`;
}
