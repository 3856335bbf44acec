import { batch } from '../platform/batch.ts';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { evidenceColumns, evidenceShownTo } from './evidence.policy.ts';
import type { EvidenceFacts } from './evidence.ts';
import { fieldShownTo } from './profile.policy.ts';
import type { Context } from './viewer.ts';
import { ProfileField } from './visibility.ts';

/** Which page of whose evidence, one piece more than is shown. */
export interface EvidencePage {
  personId: string;
  limit: number;
  after: { day: string; id: string } | null;
}

/** A page of evidence for each that asks: one statement where all ask for the same page. Null where none is shown. */
const pages = batch<string, EvidenceFacts[] | null>(async (em, keys, context) => {
  const asked = keys.map((key) => ({ key, page: JSON.parse(key) as EvidencePage }));
  const alike = Map.groupBy(asked, ({ page: { limit, after } }) => JSON.stringify({ limit, after }));
  const found = new Map<string, EvidenceFacts[] | null>();
  for (const group of alike.values()) {
    const read = await readPages(
      em,
      context as Context,
      group.map(({ page }) => page),
    );
    for (const { key, page } of group) found.set(key, read.get(page.personId) ?? null);
  }
  return found;
}, null);

export function evidencePage(context: Context, page: EvidencePage): Promise<EvidenceFacts[] | null> {
  return pages(context, JSON.stringify(page));
}

async function readPages(
  em: EntityManager,
  { viewer }: Context,
  asked: readonly EvidencePage[],
): Promise<Map<string, EvidenceFacts[] | null>> {
  const ids = asked.map(({ personId }) => personId);
  const [{ limit, after } = { limit: 0, after: null }] = asked;
  const beyond = after
    ? sql`(coalesce(e.day::text, ''), e.id) < (${after.day}, ${after.id}::uuid)`
    : sql`true`;
  const found = await rows<{ personId: string; shown: boolean; items: EvidenceFacts[] }>(
    em,
    sql`
    select p.id as "personId", ${fieldShownTo(viewer, ProfileField.EVIDENCE)} as shown,
      coalesce((select json_agg(x) from (
        select ${evidenceColumns} from evidence e where e.person_id = p.id and ${evidenceShownTo(viewer)} and ${beyond}
        order by coalesce(e.day::text, '') desc, e.id desc limit ${limit}) x), '[]') as items
    from person p left join profile r on r.person_id = p.id where p.id = any(${ids}::uuid[])`,
  );
  return new Map(found.map(({ personId, shown, items }) => [personId, shown ? items : null]));
}

/** How many pieces each person has that the viewer may read. */
export const evidenceCounts = batch<string, number>(async (em, ids, context) => {
  const found = await rows<{ id: string; count: number }>(
    em,
    sql`
    select p.id, count(*)::int as count from person p left join profile r on r.person_id = p.id
    join evidence e on e.person_id = p.id
    where p.id = any(${ids}::uuid[]) and ${evidenceShownTo((context as Context).viewer)} group by p.id`,
  );
  return new Map(found.map(({ id, count }) => [id, count]));
}, 0);
