import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { PersonRow } from '../people/person.queries.ts';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import {
  connectionOf,
  encodeCursor,
  momentCursor,
  PageArgs,
  pageOf,
  pageSize,
  type Connection,
} from '../platform/connection.ts';
import { rows, sql } from '../platform/sql.ts';
import { notificationRows, type NotificationRow } from './notification.rows.ts';
import { InboxFilter, Notification } from './notification.ts';
import { sayingOf } from './sayings.ts';
import { unreadOf } from './thing.rows.ts';

const NotificationConnection = connectionOf(Notification);

@Resolver(() => Notification)
export class NotificationQueries {
  @Query(() => NotificationConnection, { description: 'What is addressed to the viewer, the latest first.' })
  async inbox(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => InboxFilter, { defaultValue: InboxFilter.OPEN, description: 'Which to show.' })
    filter: InboxFilter,
    @Ctx() context: Context,
  ): Promise<Connection<NotificationRow>> {
    const { id: me } = signedIn(context);
    const size = pageSize(first);
    const from = momentCursor(after);
    const done = filter === InboxFilter.DONE ? sql`n.done_at is not null` : sql`n.done_at is null`;
    const before = from ? sql`(n.at, n.id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql`true`;
    const found = await rows<NotificationRow>(
      context.em,
      sql`${notificationRows(me, sql`${done} and ${before}`)} order by n.at desc, n.id desc limit ${size + 1}`,
    );
    return pageOf(found, size, ({ at, id }) => encodeCursor(String(at), id), from !== null);
  }

  @Query(() => Int, {
    description: 'How many things in the viewer’s inbox hold something not read; 0 for visitors.',
  })
  async unreadInbox(@Ctx() { em, viewer }: Context): Promise<number> {
    return viewer ? unreadOf(em, viewer.id) : 0;
  }

  @FieldResolver(() => String, {
    description: 'What happened, as a sentence, as far as it may be seen today.',
  })
  says(@Root() row: NotificationRow): string {
    return sayingOf(row).says;
  }

  @FieldResolver(() => String, { description: 'The address of what it is about.' })
  href(@Root() row: NotificationRow): string {
    return sayingOf(row).href;
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who caused it, where that may be told.' })
  actor(@Root() row: NotificationRow): PersonRow | null {
    return sayingOf(row).isGone ? null : row.actor;
  }
}
