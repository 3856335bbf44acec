import { expect, test } from 'vitest';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { rows, sql } from '../platform/sql.ts';
import { HOLDINGS, MENTIONS } from './holdings.ts';
import { forget } from './leaving.ts';

interface Column {
  table: string;
  column: string;
}

const BY_NAME = '(^|_)(person|user|actor|owner|author|viewer)_id$|_by_id$|^by_id$';

/** Every column that points to a person, by the database's own account or by its name. */
async function pointers(): Promise<Column[]> {
  const { orm } = await hub();
  return rows(
    orm.em.fork(),
    sql`
    select c.table_name as "table", c.column_name as "column" from information_schema.columns c
    join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and (c.column_name ~ ${BY_NAME} or exists (
      select 1 from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
      where k.contype = 'f' and k.confrelid = 'person'::regclass and k.conrelid = to_regclass('public.' || quote_ident(c.table_name))
        and a.attname = c.column_name))
    order by 1, 2`,
  );
}

test('every column that points to people is one that is held, or one that only mentions them', async () => {
  const held = new Set(HOLDINGS.map(({ table }) => table));
  const found = await pointers();

  const unknown = found.filter(
    ({ table, column }) => !held.has(table) && !MENTIONS.has(`${table}.${column}`),
  );
  expect(unknown.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
  expect(found.length).toBeGreaterThan(20);
});

test('every holding can be asked of the database', async () => {
  const { orm } = await hub();
  for (const { table, key, without } of HOLDINGS) {
    const columns = await rows<{ name: string }>(
      orm.em.fork(),
      sql`select column_name as name from information_schema.columns where table_name = ${table}`,
    );
    const names = columns.map(({ name }) => name);
    expect(names, table).toEqual(expect.arrayContaining([key, ...without]));
  }
});

test('whoever leaves is taken out of the lists that staff were shown, and theirs go', async () => {
  const { meera, kofi, hana } = await cast();
  const em = (await hub()).orm.em.fork();
  const ranks = [meera, kofi].map(({ id }, at) => ({ person: id, rank: at + 1, score: 0.5 }));
  for (const by of [hana, meera])
    await rows(
      em,
      sql`insert into match_list_shown (id, request_id, by_id, rules_version, index_version, weights_version, ranks, digest)
        values (gen_random_uuid(), gen_random_uuid(), ${by.id}, '3', '0', 0, ${JSON.stringify(ranks)}::jsonb, 'one')`,
    );

  await forget(em, meera);

  const left = await rows(em, sql`select by_id as "by", ranks from match_list_shown`);
  expect(left).toEqual([{ by: hana.id, ranks: [{ person: kofi.id, rank: 2, score: 0.5 }] }]);
});
