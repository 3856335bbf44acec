import { LockMode } from '@mikro-orm/core';
import type { RawBuilder } from 'kysely';
import type { Role } from '../people/person.ts';
import { viewerId, type Context } from '../people/viewer.ts';
import { actsAsStaff } from '../people/acting.ts';
import type { EntityManager } from '../platform/database.ts';
import { closedDoor } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import * as say from '../platform/say/generated/requests.ts';
import { requestStaffStream, requestStream, Request } from './request.ts';

/** SQL: request `r` with its programme `p`, and where this person `v` stands: `ps` when they are its staff. */
export function requestsSeenBy(me: string | null): RawBuilder<unknown> {
  return sql`request r
    join programme p on p.id = r.programme_id
    left join person v on v.id = ${me} and v.suspended_at is null
    left join programme_staff ps on ps.programme_id = r.programme_id and ps.person_id = v.id and ${actsAsStaff('v')}`;
}

const isOwn = sql`(r.owner_id = v.id or ps.person_id is not null)`;

/** SQL, after `requestsSeenBy`: they may know of it. Before it was published that is its owner and its staff alone. */
export const mayBeSeen = sql<boolean>`(${isOwn} or (r.opened_at is not null and (v.id is not null or r.sensitivity = 'PUBLIC')))`;

/** SQL, after `requestsSeenBy`: they may read all of it. Visitors read summaries, and only of public ones. */
export const mayBeReadInFull = sql<boolean>`coalesce(${isOwn} or (r.opened_at is not null and v.id is not null
  and (r.sensitivity = 'PUBLIC' or v.verified_at is not null or ${actsAsStaff('v')})), false)`;

/** SQL, after `requestsSeenBy`: they said that they should not decide on it. */
const isConflicted = sql<boolean>`exists (select 1 from conflict c
  where c.request_id = r.id and c.person_id = v.id and c.ended_at is null)`;

/** SQL, after `requestsSeenBy`: they work for its programme and may decide on it. */
export const decidesOn = sql<boolean>`(ps.person_id is not null and not ${isConflicted})`;

type ReadInFull =
  | 'stateReason'
  | 'problem'
  | 'desiredOutcome'
  | 'alreadyTried'
  | 'mode'
  | 'country'
  | 'effortHours'
  | 'peopleNeeded'
  | 'expenses';
type Shown =
  | 'id'
  | 'number'
  | 'title'
  | 'summary'
  | 'contributionTypes'
  | 'sensitivity'
  | 'timeZone'
  | 'closesAt'
  | 'questionsCloseAt'
  | 'neededBy'
  | 'openedAt'
  | 'state'
  | 'version'
  | 'createdAt';

/** A request as the viewer sees it: flat, from one statement. What they may not read is null or empty. */
export interface RequestRow extends Pick<Request, Shown>, Nullable<Pick<Request, ReadInFull>> {
  programmeId: string;
  programmeSlug: string;
  programmeName: string;
  programmePurpose: string;
  membersMayRaise: boolean;
  ownerId: string | null;
  ownerHandle: string;
  ownerName: string;
  ownerRole: Role;
  ownerVerified: boolean;
  /** Where the viewer stands. */
  isOwner: boolean;
  isProgrammeStaff: boolean;
  hasConflict: boolean;
  mayReadInFull: boolean;
  viewerVerified: boolean;
  /** Open, and the date has not passed. */
  takesResponses: boolean;
  takesQuestions: boolean;
  head: number;
  epoch: number;
  staffHead: number;
  staffEpoch: number;
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

/** SQL: what `RequestRow` holds, with what `where` keeps of what the viewer may see. */
export function requestRows(me: string | null, where: RawBuilder<unknown>): RawBuilder<RequestRow> {
  return sql`select r.id, r.number, r.title, r.sensitivity, r.time_zone as "timeZone", r.closes_at as "closesAt",
      r.questions_close_at as "questionsCloseAt", r.needed_by as "neededBy", r.opened_at as "openedAt", r.state,
      r.version, r.created_at as "createdAt",
      case when reads.in_full or r.sensitivity = 'PUBLIC' then r.summary else '' end as summary,
      case when reads.in_full or r.sensitivity = 'PUBLIC' then r.contribution_types else '{}' end as "contributionTypes",
      case when reads.in_full then r.state_reason end as "stateReason",
      case when reads.in_full then r.problem end as problem,
      case when reads.in_full then r.desired_outcome end as "desiredOutcome",
      case when reads.in_full then r.already_tried end as "alreadyTried",
      case when reads.in_full then r.expenses end as expenses,
      case when reads.in_full or r.sensitivity = 'PUBLIC' then r.mode end as mode,
      case when reads.in_full or r.sensitivity = 'PUBLIC' then r.country end as country,
      case when reads.in_full or r.sensitivity = 'PUBLIC' then r.effort_hours end as "effortHours",
      case when reads.in_full or r.sensitivity = 'PUBLIC' then r.people_needed end as "peopleNeeded",
      p.id as "programmeId", p.slug as "programmeSlug", p.name as "programmeName", p.purpose as "programmePurpose",
      p.members_may_raise as "membersMayRaise",
      case when reads.in_full then o.id end as "ownerId", o.handle as "ownerHandle", o.display_name as "ownerName",
      o.role as "ownerRole", o.verified_at is not null as "ownerVerified",
      coalesce(r.owner_id = v.id, false) as "isOwner", ps.person_id is not null as "isProgrammeStaff",
      ${isConflicted} as "hasConflict", reads.in_full as "mayReadInFull", v.verified_at is not null as "viewerVerified",
      coalesce(r.state = 'OPEN' and r.closes_at > now(), false) as "takesResponses",
      coalesce(r.state = 'OPEN' and coalesce(r.questions_close_at, r.closes_at) > now(), false) as "takesQuestions",
      coalesce(s.head_seq, 0) as head, coalesce(s.epoch, (select epoch from hub_state), 1) as epoch,
      coalesce(st.head_seq, 0) as "staffHead", coalesce(st.epoch, (select epoch from hub_state), 1) as "staffEpoch"
    from ${requestsSeenBy(me)}
    join person o on o.id = r.owner_id
    left join stream s on s.id = 'request:' || r.id
    left join stream st on st.id = 'request:' || r.id || ':staff'
    cross join lateral (select ${mayBeReadInFull} as in_full) reads
    where ${mayBeSeen} and ${where}`;
}

/** The door: every way to one request goes through here. */
export async function openRequest(context: Context, id: string): Promise<RequestRow> {
  const row = isId(id)
    ? await firstRow<RequestRow>(context.em, requestRows(viewerId(context), sql`r.id = ${id}`))
    : null;
  return row ?? closedDoor();
}

/** The same door for writing: the request's row is locked until the transaction ends. */
export async function lockRequest(
  context: Context,
  id: string,
): Promise<{ row: RequestRow; request: Request }> {
  await openRequest(context, id);
  const request = await context.em.findOneOrFail(Request, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return { row: await openRequest(context, id), request };
}

/** What was written against another version would undo what somebody else wrote since. */
export function whyStale(row: { version: number }, version: number): Problem | null {
  const message = say.changedSince();
  return row.version === version ? null : { code: ProblemCode.STALE, field: 'version', message };
}

/** The request streams the person may read, among those asked for. */
export function readableRequestStreams(
  em: EntityManager,
  actorId: string,
  streams: string[],
): Promise<string[]> {
  return among(em, actorId, streams, requestStream, mayBeReadInFull);
}

/** The staff streams: its programme's staff, while they have no conflict. */
export function readableStaffStreams(
  em: EntityManager,
  actorId: string,
  streams: string[],
): Promise<string[]> {
  return among(em, actorId, streams, requestStaffStream, decidesOn);
}

async function among(
  em: EntityManager,
  actorId: string,
  streams: string[],
  streamOf: (id: string) => string,
  where: RawBuilder<unknown>,
): Promise<string[]> {
  const ids = streams.map((stream) => stream.split(':')[1] ?? '');
  const found = await rows<{ id: string }>(
    em,
    sql`select r.id from ${requestsSeenBy(actorId)} where r.id::text = any(${ids}::text[]) and ${where}`,
  );
  const readable = new Set(found.map(({ id }) => streamOf(id)));
  return streams.filter((stream) => readable.has(stream));
}
