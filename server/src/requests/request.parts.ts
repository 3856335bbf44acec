import { ContributionKind } from '../people/contribution-kind.ts';
import type { EntityManager } from '../platform/database.ts';
import { isId } from '../platform/ids.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import * as say from '../platform/say/generated/requests.ts';
import { Strand } from '../strands/strand.ts';
import { Criterion, type CriterionWords } from './criterion.ts';
import { RequestStrand } from './request-strand.ts';
import { Importance } from './request.kinds.ts';
import { RequestState } from './request.states.ts';
import type { Request } from './request.ts';

/** The contribution types there are now. */
export async function contributionCodes(em: EntityManager): Promise<ReadonlySet<string>> {
  const kinds = await rows<Pick<ContributionKind, 'code'>>(em, sql`select code from contribution_kind`);
  return new Set(kinds.map(({ code }) => code));
}

export async function unknownStrands(em: EntityManager, ids: readonly string[]): Promise<Problem | null> {
  const wanted = [...new Set(ids)];
  const found = await rows(
    em,
    sql`select id from strand where id = any(${wanted.filter(isId)}::uuid[]) and state = 'ACTIVE'`,
  );
  if (found.length === wanted.length) return null;
  return { code: ProblemCode.NOT_VALID, field: 'strandIds', message: say.strandsInUse() };
}

/** Puts these strands in place of those before. */
export async function putStrands(em: EntityManager, request: Request, ids: readonly string[]): Promise<void> {
  await em.nativeDelete(RequestStrand, { request });
  for (const id of new Set(ids)) em.persist(new RequestStrand(request, em.getReference(Strand, id)));
}

export async function strandIdsOf(em: EntityManager, requestId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    em,
    sql`select strand_id as id from request_strand where request_id = ${requestId} order by strand_id`,
  );
  return found.map(({ id }) => id);
}

/** Puts these criteria in place of those before. */
export async function putCriteria(
  em: EntityManager,
  request: Request,
  criteria: readonly CriterionWords[],
): Promise<void> {
  await em.nativeDelete(Criterion, { request });
  em.persist(criteria.map((words, at) => new Criterion(request, at + 1, words)));
}

/** What the request needs, in its order. */
export function criteriaOf(em: EntityManager, requestId: string): Promise<CriterionWords[]> {
  return rows(
    em,
    sql`select importance, kind, value, level, says from criterion where request_id = ${requestId} order by position`,
  );
}

export function essentials(criteria: readonly Pick<CriterionWords, 'importance'>[]): number {
  return criteria.filter(({ importance }) => importance === Importance.ESSENTIAL).length;
}

const MOST_TOLD = 50;

/** Who of its programme's staff hears of the request in their inbox: those without a conflict. */
export async function staffToTell(em: EntityManager, request: Request): Promise<string[]> {
  const found = await rows<{ id: string }>(
    em,
    sql`
    select ps.person_id as id from programme_staff ps join person p on p.id = ps.person_id
    where ps.programme_id = ${request.programme.id} and p.role <> 'MEMBER' and p.suspended_at is null
      and not exists (select 1 from conflict c
        where c.request_id = ${request.id} and c.person_id = ps.person_id and c.ended_at is null)
    order by ps.since, ps.person_id limit ${MOST_TOLD}`,
  );
  return found.map(({ id }) => id);
}

/** Where a paused request goes on: where it stood, unless its date passed meanwhile. */
export async function stateBeforePause(em: EntityManager, request: Request): Promise<RequestState> {
  const row = await firstRow<{ state: RequestState }>(
    em,
    sql`
    select from_state as state from request_move
    where request_id = ${request.id} and to_state = 'PAUSED' order by at desc, id desc limit 1`,
  );
  const before = row?.state ?? RequestState.OPEN;
  const isLate = request.closesAt !== null && request.closesAt <= new Date();
  return before === RequestState.OPEN && isLate ? RequestState.CLOSED_TO_RESPONSES : before;
}
