import { rows, sql } from '../src/platform/sql.ts';
import { hub } from './hub.ts';

/** The tables in which one of these texts still stands, searched as text, every column of every row. */
export async function leftovers(...texts: string[]): Promise<string[]> {
  const reader = (await hub()).orm.em.fork();
  const tables = await rows<{ name: string }>(
    reader,
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const all = await rows<{ row: string }>(reader, sql`select t::text as row from ${sql.table(name)} t`);
    const hits = all.filter(({ row }) =>
      texts.some((text) => row.toLowerCase().includes(text.toLowerCase())),
    );
    if (hits.length > 0) found.push(name);
  }
  return found;
}
