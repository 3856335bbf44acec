import { migrations } from '../../migrations/all.ts';
import type { EntityManager } from '../platform/database.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import type { Finding } from './finding.ts';

/** How far the database's tables have come. A database that is ahead of this program must not be written to. */
export async function migrationLevel(em: EntityManager): Promise<Finding> {
  const begun = await firstRow(em, sql`select 1 where to_regclass('mikro_orm_migrations') is not null`);
  const applied = begun
    ? await rows<{ name: string }>(em, sql`select name from mikro_orm_migrations order by id`)
    : [];
  const known = migrations.map(({ name }) => name);
  const names = applied.map(({ name }) => name);

  const strange = names.filter((name) => !known.includes(name));
  if (strange.length > 0) {
    return { isWrong: true, says: `the database is ahead of this program: it has ${strange.join(', ')}` };
  }
  const missing = known.filter((name) => !names.includes(name));
  return missing.length === 0
    ? { says: `all ${known.length} applied, the newest is ${known.at(-1)}` }
    : {
        says: `${missing.length} of ${known.length} to apply: the next start does it, or npm run hub -- migrate`,
      };
}
