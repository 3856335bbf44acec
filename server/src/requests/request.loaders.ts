import { viewerId, type Context } from '../people/viewer.ts';
import type { PersonRow } from '../people/person.queries.ts';
import { batch } from '../platform/batch.ts';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import type { StrandRow } from '../strands/strand.queries.ts';
import type { Criterion } from './criterion.ts';
import type { Question } from './question.ts';
import { mayBeReadInFull, requestsSeenBy } from './request.policy.ts';
import type { RequestMove } from './request.ts';

export interface QuestionRow extends Pick<
  Question,
  'id' | 'body' | 'askedAt' | 'answer' | 'answeredAt' | 'version'
> {
  askedBy: PersonRow | null;
}

export interface MoveRow extends Pick<RequestMove, 'from' | 'to' | 'at' | 'reason'> {
  by: PersonRow | null;
}

const person = (alias: string) => sql`json_build_object('id', ${sql.ref(`${alias}.id`)},
  'handle', ${sql.ref(`${alias}.handle`)}, 'displayName', ${sql.ref(`${alias}.display_name`)},
  'role', ${sql.ref(`${alias}.role`)}, 'isVerified', ${sql.ref(`${alias}.verified_at`)} is not null)`;

/** What belongs to requests, for those who read these in full; one statement however many rows ask. */
const partsOf = <T>(
  read: (em: EntityManager, ids: readonly string[], me: string | null) => Promise<(T & Of)[]>,
) =>
  batch<string, T[]>(async (em, ids, context) => {
    const found = await read(em, ids, viewerId(context as Context));
    return Map.groupBy(found, ({ requestId }) => requestId);
  }, []);
type Of = { requestId: string };

export const strandsOf = partsOf<StrandRow>((em, ids, me) =>
  rows(
    em,
    sql`
    select rs.request_id as "requestId", t.id, t.slug, t.name, t.purpose, t.position, t.state, t.version,
      t.home_group_id as "homeGroupId"
    from ${requestsSeenBy(me)} join request_strand rs on rs.request_id = r.id join strand t on t.id = rs.strand_id
    where r.id = any(${ids}::uuid[]) and (r.sensitivity = 'PUBLIC' or ${mayBeReadInFull}) order by t.position`,
  ),
);

export const criteriaShown = partsOf<Criterion>((em, ids, me) =>
  rows(
    em,
    sql`
    select k.request_id as "requestId", k.id, k.importance, k.kind, k.value, k.level, k.says
    from ${requestsSeenBy(me)} join criterion k on k.request_id = r.id
    where r.id = any(${ids}::uuid[]) and ${mayBeReadInFull} order by k.position`,
  ),
);

/** The programme's staff, without those who said that they should not decide. */
export const decidersOf = partsOf<PersonRow>((em, ids, me) =>
  rows(
    em,
    sql`
    select r.id as "requestId", d.id, d.handle, d.display_name as "displayName", d.role,
      d.verified_at is not null as "isVerified"
    from ${requestsSeenBy(me)} join programme_staff its on its.programme_id = r.programme_id
      join person d on d.id = its.person_id and d.role <> 'MEMBER' and d.suspended_at is null
    where r.id = any(${ids}::uuid[]) and ${mayBeReadInFull} and not exists (select 1 from conflict c
      where c.request_id = r.id and c.person_id = d.id and c.ended_at is null)
    order by d.display_name, d.id`,
  ),
);

/** Who asked is told to the programme's staff and to themselves. */
export const questionsOf = partsOf<QuestionRow>((em, ids, me) =>
  rows(
    em,
    sql`
    select q.request_id as "requestId", q.id, q.body, q.asked_at as "askedAt", q.answer,
      q.answered_at as "answeredAt", q.version,
      case when q.asked_by_id = v.id or ps.person_id is not null then ${person('a')} end as "askedBy"
    from ${requestsSeenBy(me)} join question q on q.request_id = r.id join person a on a.id = q.asked_by_id
    where r.id = any(${ids}::uuid[]) and ${mayBeReadInFull} order by q.asked_at, q.id`,
  ),
);

/** What happened before it was published is its owner's and its staff's business. */
export const movesOf = partsOf<MoveRow>((em, ids, me) =>
  rows(
    em,
    sql`
    select m.request_id as "requestId", m.from_state as "from", m.to_state as "to", m.at, m.reason,
      case when ps.person_id is not null and b.id is not null then ${person('b')} end as by
    from ${requestsSeenBy(me)} join request_move m on m.request_id = r.id left join person b on b.id = m.by_id
    where r.id = any(${ids}::uuid[]) and ${mayBeReadInFull}
      and (m.at >= r.opened_at or r.owner_id = v.id or ps.person_id is not null) order by m.at, m.id`,
  ),
);
