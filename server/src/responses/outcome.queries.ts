import type { PersonRow } from '../people/person.queries.ts';
import { viewerId, type Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { rows, sql } from '../platform/sql.ts';
import { decidesOn, mayBeReadInFull, requestsSeenBy } from '../requests/request.policy.ts';
import type { Outcome } from './outcome.ts';

export interface OutcomeRow extends Omit<Outcome, 'request' | 'recordedBy' | 'record' | 'helped'> {
  requestId: string;
  recordedBy: PersonRow;
  helped: PersonRow[];
}

/** What came of requests: staff read it once it is recorded, everyone who reads the request in full once it is closed. */
export const outcomeOf = batch<string, OutcomeRow | null>(async (em, ids, context) => {
  const found = await rows<OutcomeRow>(
    em,
    sql`
    select o.id, o.request_id as "requestId", o.result, o.used_how as "usedHow", o.changed_what as "changedWhat", o.lesson, o.evidence,
      o.recorded_at as "recordedAt", json_build_object('id', b.id, 'handle', b.handle, 'displayName', b.display_name,
        'role', b.role, 'isVerified', b.verified_at is not null) as "recordedBy",
      coalesce((select json_agg(json_build_object('id', h.id, 'handle', h.handle, 'displayName', h.display_name, 'role', h.role,
        'isVerified', h.verified_at is not null) order by s.id) from response s join person h on h.id = s.person_id
        where s.request_id = r.id and s.state = 'COMPLETED' and h.suspended_at is null), '[]') as helped
    from ${requestsSeenBy(viewerId(context as Context))}
    join outcome o on o.request_id = r.id join person b on b.id = o.recorded_by_id
    where r.id = any(${ids}::uuid[]) and (${decidesOn} or (r.state = 'CLOSED' and (${mayBeReadInFull} or exists (
      select 1 from response s where s.request_id = r.id and s.person_id = v.id))))`,
  );
  return new Map(found.map((row) => [row.requestId, row]));
}, null);
