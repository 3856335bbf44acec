import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import type { Evidence, EvidenceSource } from './evidence.ts';

/** One piece of evidence as it is written. */
export type EvidenceLine = Pick<Evidence, 'id' | 'kind' | 'title' | 'body' | 'day' | 'source'> &
  Partial<Pick<Evidence, 'position' | 'originId' | 'membersOnly'>>;

/** What becomes of one person's evidence: first some is taken out, then some is written. */
export interface EvidenceChange {
  personId: string;
  /** These, or all that came from one place. */
  remove?: readonly string[] | { source: EvidenceSource };
  /** An id of theirs that is known already is written anew; without a position they follow what is there. */
  put?: readonly EvidenceLine[];
}

/**
 * The one way evidence is written, whoever gives it: forms, files, registers and the hub itself. So whatever must hear of
 * a change of evidence is told in one place.
 */
export async function writeEvidence(em: EntityManager, changes: readonly EvidenceChange[]): Promise<void> {
  const gone = changes.flatMap(({ personId, remove }) =>
    Array.isArray(remove) ? remove.map((id: string) => ({ id, person_id: personId })) : [],
  );
  const emptied = changes.flatMap(({ personId, remove }) =>
    remove && 'source' in remove ? [{ person_id: personId, source: remove.source }] : [],
  );
  if (gone.length > 0) await takeOut(em, 'id', gone);
  if (emptied.length > 0) await takeOut(em, 'source', emptied);

  const written = changes.flatMap(({ personId, put = [] }) =>
    put.map(({ id, kind, title, body, day, source, position, originId, membersOnly }, at) => ({
      ...{ id, person_id: personId, kind, title, body, day, source, place: at + 1 },
      ...{
        position: position ?? null,
        origin_id: originId ?? null,
        members_only: membersOnly ?? false,
      },
    })),
  );
  if (written.length > 0) await put(em, written);
}

async function takeOut(em: EntityManager, column: 'id' | 'source', which: readonly object[]): Promise<void> {
  const wanted = sql.ref(`w.${column}`);
  await rows(
    em,
    sql`
    delete from evidence e using jsonb_populate_recordset(null::evidence, ${JSON.stringify(which)}::jsonb) w
    where e.person_id = w.person_id and e.${sql.ref(column)} = ${wanted}`,
  );
}

/** Nobody's id overwrites another person's evidence. */
async function put(em: EntityManager, written: readonly object[]): Promise<void> {
  await rows(
    em,
    sql`
    insert into evidence (id, person_id, position, kind, title, body, day, source, origin_id, members_only)
    select w.id, w.person_id,
      coalesce(w.position, w.place + (select coalesce(max(b.position), 0) from evidence b where b.person_id = w.person_id)),
      w.kind, w.title, w.body, w.day, w.source, w.origin_id, w.members_only
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as w(id uuid, person_id uuid, position int, place int,
      kind text, title text, body text, day date, source text, origin_id uuid, members_only boolean)
    on conflict (id) do update set kind = excluded.kind, title = excluded.title, body = excluded.body,
      day = excluded.day, members_only = excluded.members_only
    where evidence.person_id = excluded.person_id`,
  );
}
