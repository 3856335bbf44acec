import type { EntityManager } from '../platform/database.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/responses.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { loadOf } from '../matching/workload.ts';

/**
 * Why one more engagement is too many, or null. The person's row is locked until the transaction ends: of two offers
 * accepted at the same moment the second counts the first.
 */
export async function whyNotOneMore(em: EntityManager, personId: string): Promise<Problem | null> {
  await em.flush();
  await rows(em, sql`select id from person where id = ${personId} for no key update`);
  // A statement of its own: it must see what was committed while we waited.
  const row = await firstRow<{ load: number; cap: number | null }>(
    em,
    sql`
    select ${loadOf} as load, f.load_cap as cap
    from person p left join profile f on f.person_id = p.id where p.id = ${personId}`,
  );
  if (!row || row.cap === null || row.load < row.cap) return null;
  return { code: ProblemCode.LOAD_CAP, message: say.loadFull({ cap: row.cap, load: row.load }) };
}
