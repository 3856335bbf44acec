import type { EntityManager } from '../platform/database.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/requests.ts';
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
    return refuse(ProblemCode.SELF, say.inviteOwn({ called }));
  const excluded = failures.find(({ gate }) => gate === 'EXCLUDED');
  if (excluded)
    return refuse(
      ProblemCode.CONFLICT_OF_INTEREST,
      say.inviteBarred({ called, why: sayingOf(excluded.remark) }),
    );
  if (!invitee.isVerified) return refuse(ProblemCode.NOT_ALLOWED, say.inviteUnverified({ called }));
  if (invitee.responseState !== null && !mayMove(invitee.responseState, ResponseState.INVITED))
    return refuse(ProblemCode.ALREADY_DONE, say.inviteAgain({ called }));
  const [first] = failures;
  if (!first || hasReason) return null;
  const message = say.inviteOverride({ called, why: sayingOf(first.remark) });
  return refuse(ProblemCode.NOT_VALID, message, 'overrideReason');
}

export const MOST_AT_ONCE = 20;

/** One to twenty people, each once. */
export function whyNotSoMany(personIds: readonly string[]): Problem | null {
  const field = 'personIds';
  if (personIds.length === 0) return { code: ProblemCode.BLANK, field, message: say.inviteWhom() };
  const message = say.inviteAtMost({ most: MOST_AT_ONCE });
  return personIds.length > MOST_AT_ONCE ? { code: ProblemCode.TOO_MANY, field, message } : null;
}
