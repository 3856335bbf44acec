import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';

/** What somebody who knows said of a person for a request: 0 that it does not fit. */
export interface JudgedPair {
  requestId: string;
  personId: string;
  grade: 0;
  source: 'DECLINE';
}

/**
 * Who said of themselves that a request is not what they do. Of all reasons to decline only this one judges the match; being
 * busy says nothing of it. Kept as the answer itself, so that whoever thinks it over has not said it. No ranking reads this:
 * only weights that are learnt may, by the rule in `matching/learnt-weights.ts`.
 */
export function judgedPairs(em: EntityManager): Promise<JudgedPair[]> {
  return rows(
    em,
    sql`
    select request_id as "requestId", person_id as "personId", 0 as grade, 'DECLINE' as source from response
    where state = 'DECLINED' and decline_reason = 'NOT_MY_FIELD' order by request_id, person_id`,
  );
}
