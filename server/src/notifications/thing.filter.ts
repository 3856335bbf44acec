import type { RawBuilder } from 'kysely';
import { sql } from '../platform/sql.ts';
import { InboxTab } from './thing.ts';
import { kindsOf, Topic } from './topic.ts';

/** SQL: what notification `n` is grouped under. */
export const thingOf = thingAs('n');

function thingAs(row: 'n' | 'other'): RawBuilder<string> {
  return sql.raw(
    `coalesce('discussion:' || ${row}.discussion_id, 'request:' || ${row}.request_id, 'group:' || ${row}.group_id, 'notification:' || ${row}.id)`,
  );
}

const THING =
  /^(?:discussion|request|group|notification):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isThing(id: string): boolean {
  return THING.test(id);
}

/** SQL: since when notification `n` is silenced with its thing, or null. Nobody mutes being asked for work. */
export function mutedAt(me: string): RawBuilder<Date | null> {
  return sql`(select mute.at from mute where mute.person_id = ${me} and mute.thing = ${thingOf}
    and not n.kind = any(${kindsOf(Topic.INVITATION)}::text[]))`;
}

const isOpen = sql`n.done_at is null`;
const isSnoozed = sql`coalesce(n.snoozed_until > now(), false)`;

/** SQL: the person wants to see notification `n` in the hub. */
function isWanted(me: string): RawBuilder<boolean> {
  const optional = [Topic.MY_REQUESTS, Topic.REPLY_TO_ME, Topic.FOLLOWED_DISCUSSION];
  const unwanted = optional.map(
    (topic) => sql`c.topic = ${topic} and n.kind = any(${kindsOf(topic)}::text[])`,
  );
  return sql`not exists (select 1 from topic_choice c
    where c.person_id = ${me} and not c.in_hub and (${unwanted[0]} or ${unwanted[1]} or ${unwanted[2]}))`;
}

/** SQL: notification `n` waits in the inbox now. */
export function waits(me: string): RawBuilder<boolean> {
  return sql`(${isOpen} and not ${isSnoozed} and ${mutedAt(me)} is null and ${isWanted(me)})`;
}

/** SQL: notification `n` belongs to what this tab groups. */
export function inTab(me: string, tab: InboxTab): RawBuilder<boolean> {
  if (tab === InboxTab.SNOOZED)
    return sql`(${isOpen} and ${isSnoozed} and ${mutedAt(me)} is null and ${isWanted(me)})`;
  if (tab === InboxTab.MUTED) return sql`(${mutedAt(me)} is not null)`;
  if (tab === InboxTab.DONE) return sql`(not ${isOpen} and ${mutedAt(me)} is null and ${nothingOpen(me)})`;
  return waits(me);
}

/** SQL: the person is done with everything about the thing of `n`. */
function nothingOpen(me: string): RawBuilder<boolean> {
  return sql`${thingOf} not in (select ${thingAs('other')} from notification other
    where other.person_id = ${me} and other.done_at is null)`;
}
