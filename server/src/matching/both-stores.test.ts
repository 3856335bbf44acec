import pg from 'pg';
import { expect, test } from 'vitest';
import { databaseUrl } from '../../test/setup.ts';
import { migrations } from '../../migrations/all.ts';
import { seedDemo } from '../demo/seed.ts';
import { entities } from '../entities.ts';
import { openDatabase, type Database, type EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { requestFacts } from './facts.ts';
import { learnWhenDue } from './learning.ts';
import { rankingWith } from './rank.ts';
import { readEveryone } from './ranking.ts';

const url = process.env.TEST_DATABASE_URL;
const TODAY = '2026-11-25';

test(
  'the embedded database and PostgreSQL rank the same rows alike, to the bit',
  { timeout: 180_000 },
  async ({ skip }) => {
    if (!url) return skip('left out: TEST_DATABASE_URL names no PostgreSQL to compare with');
    const embedded = await openDatabase({ url: 'memory://', entities, migrations });
    const name = `hub_both_${process.pid}_${Date.now()}`;
    await asAdmin(url, `create database ${name}`);
    const server = await openDatabase({ url: databaseUrl(url, name), entities, migrations });
    try {
      for (const orm of [embedded, server]) await orm.migrator.up();
      await seedDemo({ orm: embedded }, new Date(`${TODAY}T09:00:00Z`));
      await copied(embedded.em.fork(), server.em.fork());

      for (const learns of [false, true]) {
        const [here, there] = [await rankings(embedded, learns), await rankings(server, learns)];
        expect(here.size).toBeGreaterThan(10);
        expect(there).toEqual(here);
      }
    } finally {
      await embedded.close();
      await server.close();
      await asAdmin(url, `drop database ${name} with (force)`);
    }
  },
);

/** Everything that is told of everybody for every request. */
async function rankings(orm: Database, learns: boolean) {
  const em = orm.em.fork();
  if (learns) expect(await learnWhenDue(em)).toBe(true);
  const { experts, index } = await readEveryone(em);
  expect(index.statistics.name).toBe(learns ? '1' : 'small');
  const ids = await rows<{ id: string }>(em, sql`select id from request`);
  const facts = await requestFacts(
    em,
    ids.map(({ id }) => id),
  );
  const ranked = [...facts.values()].map((request) => {
    const { standings, gates, explain } = rankingWith(request, experts, { today: TODAY, index });
    return [request.id, { fell: gates.fell, matches: standings.map(explain) }] as const;
  });
  return new Map(ranked);
}

/** Every row of every table but the log of migrations, the last first, with the triggers left aside. */
async function copied(from: EntityManager, to: EntityManager): Promise<void> {
  const tables = await rows<{ name: string }>(
    from,
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'mikro_orm%'`,
  );
  await to.transactional(async (em) => {
    await rows(em, sql`set local session_replication_role = replica`);
    for (const { name } of tables) {
      const [all] = await rows<{ json: string }>(
        from,
        sql`select coalesce(jsonb_agg(to_jsonb(t) order by t.ctid desc), '[]')::text as json from ${sql.ref(name)} t`,
      );
      await rows(em, sql`delete from ${sql.ref(name)}`);
      await rows(
        em,
        sql`insert into ${sql.ref(name)} select * from jsonb_populate_recordset(null::${sql.ref(name)}, ${all?.json ?? '[]'}::jsonb)`,
      );
    }
  });
}

async function asAdmin(admin: string, text: string): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  await client.query(text);
  await client.end();
}
