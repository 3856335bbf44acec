import type { RawBuilder } from 'kysely';
import type { PersonRow } from '../people/person.queries.ts';
import { sql } from '../platform/sql.ts';
import { decidesOn, mayBeSeen, requestsSeenBy } from '../requests/request.policy.ts';
import { groupsReadableBy, groupsVisibleTo } from '../strands/group.policy.ts';
import type { Notification } from './notification.ts';
import type { About } from './sayings.ts';

/** A notification with what it is about, as far as its person may see that today: flat, from one statement. */
export interface NotificationRow
  extends About, Pick<Notification, 'id' | 'kind' | 'at' | 'readAt' | 'doneAt'> {
  actor: PersonRow | null;
  version: number;
}

/**
 * SQL: what `NotificationRow` holds, of one person's notifications `n`. Each thing is joined through its own door, so
 * what was hidden since has no name here; what staff hear of responses needs that they still decide.
 */
export function notificationRows(me: string, where: RawBuilder<unknown>): RawBuilder<NotificationRow> {
  return sql`select n.id, n.kind, n.at, n.read_at as "readAt", n.done_at as "doneAt", n.version,
      n.request_id as "requestId", q.title as "requestTitle", q.response_state as "responseState",
      t.id as "discussionId", t.title as "discussionTitle", t.number as "replyNumber",
      b.slug as "groupSlug", b.name as "groupName", a.display_name as "actorName",
      case when a.id is not null then json_build_object('id', a.id, 'handle', a.handle, 'displayName', a.display_name,
        'role', a.role, 'isVerified', a.verified_at is not null) end as actor
    from notification n
    left join person a on a.id = n.actor_id
    left join lateral (
      select r.title, (select s.state from response s where s.request_id = r.id and s.person_id = v.id) as response_state
      from ${requestsSeenBy(me)}
      where r.id = n.request_id and ${mayBeSeen} and (n.kind not in ('RESPONSE_RECEIVED', 'OFFER_ANSWERED') or ${decidesOn})
    ) q on true
    left join lateral (
      select d.id, d.title, y.number from reply y join discussion d on d.id = y.discussion_id
      join "group" g on g.id = d.group_id
      where y.id = n.reply_id and y.removed_at is null and ${groupsReadableBy(me)}
    ) t on true
    left join lateral (
      select g.slug, g.name from "group" g where g.id = n.group_id and ${groupsVisibleTo(me)}
    ) b on true
    where n.person_id = ${me} and ${where}`;
}
