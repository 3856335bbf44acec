import { LockMode } from '@mikro-orm/core';
import type { RawBuilder } from 'kysely';
import { mayReadText } from '../matching/sight.ts';
import type { PersonRow } from '../people/person.queries.ts';
import { viewerId, type Context } from '../people/viewer.ts';
import { closedDoor } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import { firstRow, sql } from '../platform/sql.ts';
import {
  decidesOn,
  lockRequest,
  mayBeSeen,
  requestsSeenBy,
  type RequestRow,
} from '../requests/request.policy.ts';
import type { Request } from '../requests/request.ts';
import type { RequestState } from '../requests/request.states.ts';
import type { Declaration } from './declaration.ts';
import type { Engagement } from './engagement.ts';
import { Response, type Evidence } from './response.ts';

type Shown =
  | 'id'
  | 'state'
  | 'answer'
  | 'declineReason'
  | 'withdrawReason'
  | 'feedback'
  | 'submittedAt'
  | 'latestAt'
  | 'version';

/** A response as the viewer sees it: flat, from one statement. */
export interface ResponseRow extends Pick<Response, Shown> {
  requestId: string;
  requestState: RequestState;
  takesResponses: boolean;
  person: PersonRow;
  /** It is the viewer's own; otherwise they decide on it. */
  isMine: boolean;
  /** Null or empty for staff until the responses close. */
  text: string | null;
  criteria: Evidence[];
  availabilityNote: string | null;
  invitedAt: string | null;
  declaration: DeclarationRow | null;
  engagement: (Omit<Engagement, 'response' | 'offer'> & { id: string }) | null;
}

export interface DeclarationRow extends Omit<Declaration, 'response' | 'assessedBy' | 'declare' | 'assess'> {
  assessedBy: PersonRow | null;
}

/** SQL, after `requestsSeenBy`: the viewer may see response `s`: its own person, and those who decide. Nobody else. */
export const responsesVisibleTo = sql<boolean>`(s.person_id = v.id or ${decidesOn})`;

const personOf = (alias: string) => sql<PersonRow>`json_build_object('id', ${sql.ref(`${alias}.id`)},
  'handle', ${sql.ref(`${alias}.handle`)}, 'displayName', ${sql.ref(`${alias}.display_name`)},
  'role', ${sql.ref(`${alias}.role`)}, 'isVerified', ${sql.ref(`${alias}.verified_at`)} is not null)`;

/** SQL: what `ResponseRow` holds, with what `where` keeps of what the viewer may see. */
export function responseRows(me: string | null, where: RawBuilder<unknown>): RawBuilder<ResponseRow> {
  return sql`select s.id, s.state, s.answer, s.decline_reason as "declineReason", case when open.up then s.withdraw_reason end as "withdrawReason",
      s.feedback, s.submitted_at as "submittedAt", s.latest_at as "latestAt", s.version,
      r.id as "requestId", r.state as "requestState", ${personOf('e')} as person, s.person_id = v.id as "isMine",
      coalesce(r.state = 'OPEN' and r.closes_at > now(), false) as "takesResponses",
      case when open.up then s.text end as text, case when open.up then s.criteria else '[]' end as criteria,
      case when open.up then s.availability_note end as "availabilityNote",
      case when d.id is not null then json_build_object('id', d.id, 'hasInterests', d.has_interests,
        'interests', case when open.up and d.has_interests then d.interests end, 'confidentiality', d.confidentiality,
        'employerConsent', d.employer_consent, 'assessment', d.assessment, 'note', case when not s.person_id = v.id then d.note end,
        'assessedAt', d.assessed_at, 'assessedBy', case when b.id is not null then ${personOf('b')} end) end as declaration,
      case when g.id is not null then json_build_object('id', g.id, 'startsOn', g.starts_on, 'endsOn', g.ends_on,
        'hours', g.hours, 'deliverables', g.deliverables, 'agreedAt', g.agreed_at, 'completedAt', g.completed_at) end as engagement
    from ${requestsSeenBy(me)}
    join response s on s.request_id = r.id
    join person e on e.id = s.person_id
    left join declaration d on d.response_id = s.id
    left join person b on b.id = d.assessed_by_id
    left join engagement g on g.response_id = s.id
    cross join lateral (select s.person_id = v.id or ${mayReadText} as up) open
    where ${mayBeSeen} and ${responsesVisibleTo} and ${where}`;
}

/** The door: every way to one response goes through here. */
export async function openResponse(context: Context, id: string): Promise<ResponseRow> {
  const row = isId(id)
    ? await firstRow<ResponseRow>(context.em, responseRows(viewerId(context), sql`s.id = ${id}`))
    : null;
  return row ?? closedDoor();
}

export interface LockedResponse {
  row: ResponseRow;
  response: Response;
  requestRow: RequestRow;
  request: Request;
}

/** The same door for writing: the request's row is locked first, then the response's, until the transaction ends. */
export async function lockResponse(context: Context, id: string): Promise<LockedResponse> {
  const { requestId } = await openResponse(context, id);
  const { row: requestRow, request } = await lockRequest(context, requestId);
  const response = await context.em.findOneOrFail(Response, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return { row: await openResponse(context, id), response, requestRow, request };
}
