import type { RawBuilder } from 'kysely';
import { discussionRows, type DiscussionRow } from '../discussions/discussion.policy.ts';
import { sql } from '../platform/sql.ts';
import { mayBeReadInFull, requestRows, requestsSeenBy, type RequestRow } from '../requests/request.policy.ts';
import type { OutcomeLine } from './outcome-line.ts';

/** What happened since is what others did: each figure and its list are made of the same rows. */
export interface Away {
  me: string;
  since: RawBuilder<unknown>;
}

export interface OutcomeSince extends OutcomeLine {
  closedAt: string;
}

/** SQL: the outcomes of requests that were closed since. Only then are they told, however early they were recorded. */
export function outcomesSince({ me, since }: Away): RawBuilder<OutcomeSince> {
  return sql`select r.id as "requestId", r.title, p.name as programme, o.result, o.changed_what as "changedWhat",
      o.recorded_at as "recordedAt", m.at as "closedAt"
    from ${requestsSeenBy(me)} join outcome o on o.request_id = r.id
    join request_move m on m.request_id = r.id and m.to_state = 'CLOSED'
    where r.state = 'CLOSED' and m.at > ${since} and m.by_id is distinct from v.id and ${mayBeReadInFull}`;
}

/** SQL: those among the requests one passes that were published since, and that one has not answered. */
export function requestsSince({ me, since }: Away, passed: readonly string[]): RawBuilder<RequestRow> {
  return requestRows(
    me,
    sql`r.id = any(${passed}::uuid[]) and r.opened_at > ${since} and not exists (select 1 from response s
      where s.request_id = r.id and s.person_id = v.id and s.state not in ('INVITED', 'SEEN'))`,
  );
}

/** SQL: discussions of one's groups in which somebody else said something since that is there and unread. */
export function discussionsSince({ me, since }: Away): RawBuilder<DiscussionRow> {
  return discussionRows(
    me,
    sql`mine.state = 'ACTIVE' and d.latest_at > ${since} and d.last_number > coalesce(r.number, 0)
      and exists (select 1 from reply said where said.discussion_id = d.id and said.number > coalesce(r.number, 0)
        and said.posted_at > ${since} and said.author_id <> ${me} and said.removed_at is null)`,
  );
}
