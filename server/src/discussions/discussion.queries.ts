import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Int,
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
import { Discussion, DiscussionKind } from './discussion.ts';
import { discussionRows, openDiscussion, type DiscussionRow } from './discussion.policy.ts';

export enum DiscussionFilter {
  LATEST = 'LATEST',
  UNREAD = 'UNREAD',
  UNANSWERED = 'UNANSWERED',
  FOLLOWED = 'FOLLOWED',
}
registerEnumType(DiscussionFilter, {
  name: 'DiscussionFilter',
  description: 'Which discussions of a list to show. All are in order of their latest reply.',
  valuesConfig: {
    LATEST: { description: 'All of them.' },
    UNREAD: { description: 'Those with replies the viewer has not read.' },
    UNANSWERED: { description: 'Those nobody has answered.' },
    FOLLOWED: { description: 'Those the viewer follows.' },
  },
});

export const DiscussionConnection = connectionOf(Discussion);

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
    @Arg('kind', () => DiscussionKind, { nullable: true, description: 'Only those that are for this.' })
    kind: DiscussionKind | null,
    @Ctx() context: Context,
  ): Promise<Connection<DiscussionRow>> {
    const me = viewerId(context);
    const size = pageSize(first);
    const from = momentCursor(after);
    const found = await rows<DiscussionRow>(
      context.em,
      sql`${discussionRows(
        me,
        sql`${inGroup(groupId)} and ${kept(filter, me)} and ${kind ? sql`d.kind = ${kind}` : sql`true`} and ${mine ? sql`mine.state = 'ACTIVE'` : sql`true`}
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
}

function inGroup(groupId: string | null) {
  if (!groupId) return sql`true`;
  return isId(groupId) ? sql`d.group_id = ${groupId}` : sql`false`;
}

function kept(filter: DiscussionFilter, me: string | null) {
  if (filter === DiscussionFilter.UNREAD) return sql`d.last_number > coalesce(r.number, 0)`;
  if (filter === DiscussionFilter.FOLLOWED) {
    return sql`d.id in (select discussion_id from following where person_id = ${me} and follows)`;
  }
  return filter === DiscussionFilter.UNANSWERED ? sql`d.last_number = 1` : sql`true`;
}
