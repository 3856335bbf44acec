import type { RawBuilder } from 'kysely';
import type { PersonRow } from '../people/person.queries.ts';
import { sql } from '../platform/sql.ts';
import { decidesOn, mayBeSeen, requestsSeenBy } from '../requests/request.policy.ts';
import { groupsReadableBy, groupsVisibleTo } from '../strands/group.policy.ts';
import type { Notification } from './notification.ts';
import type { About } from './sayings.ts';
import { mutedAt, thingOf } from './thing.filter.ts';

/** A notification with what it is about, as far as its person may see that today: flat, from one statement. */
export interface NotificationRow
  extends About, Pick<Notification, 'id' | 'kind' | 'at' | 'readAt' | 'doneAt' | 'snoozedUntil'> {
  /** What it is grouped under in the inbox. */
  thing: string;
  mutedAt: Date | null;
  /** Only the person can go on with it now. */
  needsReply: boolean;
  /** When the request stops taking responses. */
  closesAt: Date | null;
  inReplyTo: number | null;
  homeSlug: string | null;
  actor: PersonRow | null;
  version: number;
}

/**
 * SQL: what `NotificationRow` holds, of one person's notifications `n`. Each thing is joined through its own door, so
 * what was hidden since has no name here; what staff hear of responses needs that they still decide.
 */
export function notificationRows(me: string, where: RawBuilder<unknown>): RawBuilder<NotificationRow> {
  return sql`select n.id, n.kind, n.at, n.read_at as "readAt", n.done_at as "doneAt", n.snoozed_until as "snoozedUntil",
      n.version, ${thingOf} as thing, ${mutedAt(me)} as "mutedAt", ${needsReply} as "needsReply",
      n.request_id as "requestId", n.reply_id as "replyId", ${verdictOf(me)} as verdict,
      case when n.kind = 'ACCOUNT_REFUSED' then (select o.refused_because from person o where o.id = n.person_id) end as refusal, q.title as "requestTitle", q.response_state as "responseState", q.closes_at as "closesAt",
      t.id as "discussionId", t.title as "discussionTitle", t.number as "replyNumber", t.in_reply_to as "inReplyTo",
      t.slug as "homeSlug", b.slug as "groupSlug", b.name as "groupName", a.display_name as "actorName",
      case when a.id is not null then json_build_object('id', a.id, 'handle', a.handle, 'displayName', a.display_name,
        'role', a.role, 'isVerified', a.verified_at is not null) end as actor
    from notification n
    left join person a on a.id = n.actor_id
    left join lateral (
      select r.title, r.state, r.closes_at, r.state = 'OPEN' and r.closes_at > now() as takes_responses,
        (select s.state from response s where s.request_id = r.id and s.person_id = v.id) as response_state,
        exists (select 1 from question w where w.request_id = r.id and w.answer is null) as has_question
      from ${requestsSeenBy(me)}
      where r.id = n.request_id and ${mayBeSeen} and (n.kind not in ('RESPONSE_RECEIVED', 'OFFER_ANSWERED', 'MORE_TIME_ASKED') or ${decidesOn})
    ) q on true
    left join lateral (
      select d.id, d.title, y.number, y.in_reply_to, g.slug, exists (select 1 from reply own
        where own.discussion_id = d.id and own.author_id = ${me} and own.number > y.number and own.removed_at is null) as is_answered
      from reply y join discussion d on d.id = y.discussion_id
      join "group" g on g.id = d.group_id
      where y.id = n.reply_id and (y.removed_at is null or n.kind in ('REPORT_SETTLED', 'REPLY_RULED')) and ${groupsReadableBy(me)}
    ) t on true
    left join lateral (
      select g.slug, g.name, exists (select 1 from membership asks
        where asks.group_id = g.id and asks.person_id = n.actor_id and asks.state = 'REQUESTED') as is_asked
      from "group" g where g.id = n.group_id and ${groupsVisibleTo(me)}
    ) b on true
    where n.person_id = ${me} and ${where}`;
}

/** SQL: what came of the person's own report, or was decided about their own reply. */
const verdictOf = (me: string) => sql<string | null>`case n.kind
  when 'REPORT_SETTLED' then (select l.verdict from report c join ruling l on l.id = c.ruling_id
    where c.reply_id = n.reply_id and c.reported_by_id = ${me})
  when 'REPLY_RULED' then (select l.verdict from ruling l join reply y on y.id = l.reply_id
    where l.reply_id = n.reply_id and y.author_id = ${me} and l.verdict <> 'KEPT' order by l.at desc, l.id desc limit 1)
  end`;

/** SQL: as long as the thing waits for this person, whatever they have read. */
const needsReply = sql<boolean>`coalesce(case n.kind
  when 'INVITATION' then q.takes_responses and coalesce(q.response_state in ('INVITED', 'SEEN'), true)
  when 'OFFER' then q.response_state = 'OFFERED'
  when 'REQUEST_SUBMITTED' then q.state = 'SUBMITTED'
  when 'REQUEST_RETURNED' then q.state = 'RETURNED'
  when 'QUESTION_ASKED' then q.has_question
  when 'MENTION' then not t.is_answered
  when 'REPORTED' then t.id is not null and exists (
    select 1 from report c where c.reply_id = n.reply_id and c.ruling_id is null)
  when 'ACCOUNT_WAITS' then a.waiting_since is not null and a.refused_at is null
  when 'ASKED_TO_JOIN' then b.is_asked
end, false)`;
