import type { RawBuilder } from 'kysely';
import type { EntityManager } from '../platform/database.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { notificationRows, type NotificationRow } from './notification.rows.ts';
import { sayingOf } from './sayings.ts';
import { inTab, thingOf, waits } from './thing.filter.ts';
import { InboxTab, ThingKind, type InboxCounts } from './thing.ts';

export interface ThingRow {
  id: string;
  at: string;
  count: number;
  unread: number;
  needsReply: boolean;
  closesAt: Date | null;
  snoozedUntil: Date | null;
  latest: NotificationRow[];
}

const LATEST = 5;

/** SQL: the things of one tab; of some alone, where it is known which. */
export function thingRows(me: string, tab: InboxTab, some?: RawBuilder<unknown>): RawBuilder<ThingRow> {
  const kept = some ? sql`${inTab(me, tab)} and ${thingOf} in (${some})` : inTab(me, tab);
  return sql`select shown.thing as id, max(shown.at) as at, count(*)::int as count,
      (count(*) filter (where shown."readAt" is null))::int as unread, bool_or(shown."needsReply") as "needsReply",
      max(shown."closesAt") filter (where shown."needsReply") as "closesAt",
      case when ${tab}::text = 'SNOOZED' then min(shown."snoozedUntil") end as "snoozedUntil",
      to_json((array_agg(to_jsonb(shown.*) order by shown.at desc, shown.id desc))[1:${sql.raw(String(LATEST))}]) as latest
    from (${notificationRows(me, kept)}) shown group by shown.thing having ${ofTab(tab)}`;
}

/** SQL: which things of one tab stand on a page. What a tab asks of a thing is not looked at here. */
export function thingIds(me: string, tab: InboxTab, page: RawBuilder<unknown>): RawBuilder<{ id: string }> {
  return sql`select id from (select ${thingOf} as id, max(n.at) as at from notification n
    where n.person_id = ${me} and ${inTab(me, tab)} group by 1) found ${page}`;
}

function ofTab(tab: InboxTab): RawBuilder<boolean> {
  if (tab === InboxTab.NEEDS_REPLY) return sql`bool_or(shown."needsReply")`;
  return tab === InboxTab.UPDATES ? sql`not bool_or(shown."needsReply")` : sql`true`;
}

export function thingKind(id: string): ThingKind {
  const [kind = ''] = id.split(':');
  return ThingKind[kind.toUpperCase() as ThingKind] ?? ThingKind.NOTIFICATION;
}

/** What a thing is called, as far as the latest that may be seen of it says. */
export function titleOf({ latest }: Pick<ThingRow, 'latest'>): string | null {
  const seen = latest.find((row) => !sayingOf(row).isGone);
  return seen ? (seen.discussionTitle ?? seen.requestTitle ?? seen.groupName) : null;
}

/** The first of it that leads somewhere. */
export function hrefOf({ latest }: Pick<ThingRow, 'latest'>): string {
  const [first] = latest;
  const seen = latest.find((row) => !sayingOf(row).isGone) ?? first;
  return seen ? sayingOf(seen).href : '/inbox';
}

export async function inboxCounts(em: EntityManager, me: string): Promise<InboxCounts> {
  const of = (tab: InboxTab) => sql`(select count(*)::int from (${thingRows(me, tab)}) things)`;
  const row = await firstRow<InboxCounts>(
    em,
    sql`select ${of(InboxTab.NEEDS_REPLY)} as "needsReply", ${of(InboxTab.UPDATES)} as updates,
      ${of(InboxTab.SNOOZED)} as snoozed, ${of(InboxTab.MUTED)} as muted`,
  );
  return row ?? { needsReply: 0, updates: 0, snoozed: 0, muted: 0 };
}

/** How many things wait that hold something not read. */
export async function unreadOf(em: EntityManager, me: string): Promise<number> {
  const row = await firstRow<{ count: number }>(
    em,
    sql`select count(distinct ${thingOf})::int as count from notification n
    where n.person_id = ${me} and n.read_at is null and ${waits(me)}`,
  );
  return row?.count ?? 0;
}
