import type { RawBuilder } from 'kysely';
import { isId } from '../platform/ids.ts';
import { firstRow, sql } from '../platform/sql.ts';
import type { EvidenceFacts } from './evidence.ts';
import { fieldShownTo } from './profile.policy.ts';
import type { Context } from './viewer.ts';
import { ProfileField } from './visibility.ts';

type Onlooker = Parameters<typeof fieldShownTo>[0];

/** SQL: the onlooker may read evidence `e` of person `p` with profile `r`. */
export function evidenceShownTo(onlooker: Onlooker): RawBuilder<boolean> {
  const forVisitors = onlooker === null ? sql`not e.members_only` : sql`true`;
  return sql`(${fieldShownTo(onlooker, ProfileField.EVIDENCE)} and ${forVisitors})`;
}

export const evidenceColumns = sql`e.id, e.kind, e.title, e.body, e.day::text as day, e.source`;

/** One piece, or null where there is none that the viewer may read. */
export async function openEvidence({ em, viewer }: Context, id: string): Promise<EvidenceFacts | null> {
  if (!isId(id)) return null;
  return firstRow<EvidenceFacts>(
    em,
    sql`
    select ${evidenceColumns} from evidence e join person p on p.id = e.person_id
    left join profile r on r.person_id = p.id where e.id = ${id} and ${evidenceShownTo(viewer)}`,
  );
}
