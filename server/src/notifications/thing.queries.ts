import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import {
  connectionOf,
  decodeCursor,
  encodeCursor,
  isMoment,
  PageArgs,
  pageOf,
  pageSize,
  type Connection,
} from '../platform/connection.ts';
import { badInput } from '../platform/errors.ts';
import { rows, sql } from '../platform/sql.ts';
import { isThing } from './thing.filter.ts';
import { hrefOf, inboxCounts, thingIds, thingKind, thingRows, titleOf, type ThingRow } from './thing.rows.ts';
import { InboxCounts, InboxTab, InboxThing, ThingKind } from './thing.ts';

const InboxThingConnection = connectionOf(InboxThing);

@Resolver(() => InboxThing)
export class ThingQueries {
  @Query(() => InboxThingConnection, { description: 'The viewer’s inbox by thing, the latest first.' })
  async inboxThings(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('tab', () => InboxTab, { description: 'Which to show.' }) tab: InboxTab,
    @Ctx() context: Context,
  ): Promise<Connection<ThingRow>> {
    const { id: me } = signedIn(context);
    const size = pageSize(first);
    const from = cursorOf(after);
    const beyond = from ? sql`(at, id) < (${from.at}::timestamptz, ${from.id}::text)` : sql`true`;
    const page = sql`where ${beyond} order by at desc, id desc limit ${size + 1}`;
    // What people were done with grows for ever, so it is cut before anything is joined to it.
    const some = tab === InboxTab.DONE ? thingIds(me, tab, page) : undefined;
    const found = await rows<ThingRow>(
      context.em,
      sql`select * from (${thingRows(me, tab, some)}) things ${page}`,
    );
    return pageOf(found, size, ({ at, id }) => encodeCursor(String(at), id), from !== null);
  }

  @Query(() => InboxCounts, { description: 'How many things each part of the viewer’s inbox holds.' })
  inboxCounts(@Ctx() context: Context): Promise<InboxCounts> {
    return inboxCounts(context.em, signedIn(context).id);
  }

  @FieldResolver(() => ThingKind, { description: 'What it is.' })
  kind(@Root() { id }: ThingRow): ThingKind {
    return thingKind(id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What it is called; null when it is no longer to be seen.',
  })
  title(@Root() row: ThingRow): string | null {
    return titleOf(row);
  }

  @FieldResolver(() => String, { description: 'The address of the latest of it.' })
  href(@Root() row: ThingRow): string {
    return hrefOf(row);
  }
}

function cursorOf(after: string | null | undefined): { at: string; id: string } | null {
  const values = decodeCursor(after, ['string', 'string']);
  if (!values) return null;
  const [at, id] = values as [string, string];
  return isMoment(at) && isThing(id) ? { at, id } : badInput('This cursor is not one of ours.');
}
