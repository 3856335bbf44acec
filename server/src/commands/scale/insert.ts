import type { EntityManager } from '../../platform/database.ts';
import { rows, sql } from '../../platform/sql.ts';

export type Row = Record<string, unknown>;

const AT_ONCE = 2_000;

/** Writes rows as they are made, a few thousand in a statement; columns not named take their default. */
export async function insertAll(em: EntityManager, table: string, given: Iterable<Row>): Promise<number> {
  let written = 0;
  let waiting: Row[] = [];
  for (const row of given) {
    waiting.push(row);
    if (waiting.length < AT_ONCE) continue;
    await insert(em, table, waiting);
    written += waiting.length;
    waiting = [];
  }
  await insert(em, table, waiting);
  return written + waiting.length;
}

async function insert(em: EntityManager, table: string, batch: Row[]): Promise<void> {
  const [first] = batch;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  const into = sql.table(table);
  await rows(
    em,
    sql`
    insert into ${into} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${into}, ${JSON.stringify(batch)}::jsonb)`,
  );
}
