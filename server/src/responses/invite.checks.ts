import type { EntityManager } from '../platform/database.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { rows, sql } from '../platform/sql.ts';
import type { RequestRow } from '../requests/request.policy.ts';
import { sayingOf } from '../matching/sayings.ts';
import type { GateFailure } from '../matching/shapes.ts';
import { mayMove, ResponseState } from './response.states.ts';

/** What stands between a person and an invitation, beside the gates. */
export interface Invitee {
  id: string;
  displayName: string;
  isVerified: boolean;
  isProgrammeStaff: boolean;
  responseState: ResponseState | null;
}

/** Those of these people who exist and may sign in, in one statement. */
export function inviteesOf(
  em: EntityManager,
  { id, programmeId }: Pick<RequestRow, 'id' | 'programmeId'>,
  personIds: readonly string[],
): Promise<Invitee[]> {
  return rows<Invitee>(
    em,
    sql`
    select p.id, p.display_name as "displayName", p.verified_at is not null as "isVerified", s.state as "responseState",
      exists (select 1 from programme_staff ps where ps.programme_id = ${programmeId} and ps.person_id = p.id
        and p.role <> 'MEMBER') as "isProgrammeStaff"
    from person p left join response s on s.request_id = ${id} and s.person_id = p.id
    where p.id = any(${personIds}::uuid[]) and p.suspended_at is null`,
  );
}

/** Why this person, so called, cannot be invited. A reason of the staff's own lifts the gates, but never an interest or oneself. */
export function whyNotInvitee(
  invitee: Invitee,
  called: string,
  failures: readonly GateFailure[],
  hasReason: boolean,
): Problem | null {
  const refuse = (code: ProblemCode, message: string, field = 'personIds') => ({ code, field, message });
  if (invitee.isProgrammeStaff || failures.some(({ gate }) => gate === 'OWN_REQUEST'))
    return refuse(ProblemCode.SELF, `${called} looks after this request and cannot be invited to it.`);
  const excluded = failures.find(({ gate }) => gate === 'EXCLUDED');
  if (excluded) return refuse(ProblemCode.CONFLICT_OF_INTEREST, `${called}: ${sayingOf(excluded.remark)}`);
  if (!invitee.isVerified)
    return refuse(ProblemCode.NOT_ALLOWED, `${called} is not verified yet. Only verified experts respond.`);
  if (invitee.responseState !== null && !mayMove(invitee.responseState, ResponseState.INVITED))
    return refuse(ProblemCode.ALREADY_DONE, `${called} was invited or has responded already.`);
  const [first] = failures;
  if (!first || hasReason) return null;
  const message = `${called}: ${sayingOf(first.remark)} Say why you invite them all the same, or leave them out.`;
  return refuse(ProblemCode.NOT_VALID, message, 'overrideReason');
}

export const MOST_AT_ONCE = 20;

/** One to twenty people, each once. */
export function whyNotSoMany(personIds: readonly string[]): Problem | null {
  const field = 'personIds';
  if (personIds.length === 0) return { code: ProblemCode.BLANK, field, message: 'Choose whom to invite.' };
  const message = `Invite at most ${MOST_AT_ONCE} people at once.`;
  return personIds.length > MOST_AT_ONCE ? { code: ProblemCode.TOO_MANY, field, message } : null;
}
