import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../migrations/all.ts';
import { entities } from '../entities.ts';
import { holdDirectory, type HeldDirectory } from '../platform/data-directory.ts';
import { openDatabase, type Database, type EntityManager } from '../platform/database.ts';
import type { Settings } from '../platform/settings.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { StartupProblem } from '../platform/startup.ts';
import { found, type Finding } from './finding.ts';
import { migrationLevel } from './migration-level.ts';

type Named = [string, Finding];

/** What the database says of itself. It is opened, but neither made nor migrated. */
export async function databaseFindings(settings: Settings): Promise<Named[]> {
  return settings.databaseUrl ? onPostgres(settings.databaseUrl) : embedded(settings.dataDir);
}

async function onPostgres(url: string): Promise<Named[]> {
  const { host, pathname } = new URL(url);
  const orm = await openDatabase({ url, entities, migrations });
  try {
    const reached = await found(() => version(orm.em.fork(), `${host}${pathname}`), `${host} is not reached`);
    return [['database', reached], ...(reached.isWrong ? [] : await inside(orm))];
  } finally {
    await orm.close();
  }
}

async function embedded(dataDir: string): Promise<Named[]> {
  if (!existsSync(join(dataDir, 'database'))) {
    return [['database', { says: `embedded, for evaluation; the first start makes it in ${dataDir}` }]];
  }
  try {
    return await whileHeld(dataDir, await holdDirectory(dataDir));
  } catch (error) {
    const { message } = error as Error;
    // A hub at work is as it should be, and only it may look inside.
    const isAtWork = error instanceof StartupProblem && message.startsWith('Another hub');
    return [
      ['database', { says: `embedded, and not looked into. ${message.split('\n')[0]}`, isWrong: !isAtWork }],
    ];
  }
}

async function whileHeld(dataDir: string, { databaseDir, release }: HeldDirectory): Promise<Named[]> {
  try {
    const orm = await openDatabase({ url: databaseDir, entities, migrations });
    const findings = await inside(orm);
    await orm.close();
    return [['database', { says: `embedded, for evaluation, in ${dataDir}` }], ...findings];
  } finally {
    release();
  }
}

const OLDEST = 150_000;

async function version(em: EntityManager, where: string): Promise<Finding> {
  const row = await firstRow<{ name: string; number: number }>(
    em,
    sql`select current_setting('server_version') as name, current_setting('server_version_num')::int as number`,
  );
  if (row && row.number >= OLDEST) return { says: `PostgreSQL ${row.name} at ${where}` };
  return { isWrong: true, says: `PostgreSQL ${row?.name} at ${where} is too old: 15 or newer is needed` };
}

async function inside({ em }: Database): Promise<Named[]> {
  const level = await found(() => migrationLevel(em.fork()), 'the tables cannot be read');
  const search = await found(() => canSearch(em.fork()), 'what search needs cannot be looked for');
  const isMade = await firstRow(em.fork(), sql`select 1 where to_regclass('hub_state') is not null`);
  if (!isMade)
    return [
      ['migrations', level],
      ['search', search],
    ];
  return [
    ['migrations', level],
    ['search', search],
    ['epoch', await found(() => epoch(em.fork()), 'the epoch cannot be read')],
    ['people', await found(() => people(em.fork()), 'people cannot be counted')],
  ];
}

/** Search compares words by their letters in threes, with an extension that PostgreSQL brings but does not turn on. */
async function canSearch(em: EntityManager): Promise<Finding> {
  const row = await firstRow<{ isOn: boolean; isThere: boolean; mayTurnOn: boolean; encoding: string }>(
    em,
    sql`
    select exists (select 1 from pg_extension where extname = 'pg_trgm') as "isOn",
      exists (select 1 from pg_available_extensions where name = 'pg_trgm') as "isThere",
      has_database_privilege(current_database(), 'CREATE') as "mayTurnOn",
      current_setting('server_encoding') as encoding`,
  );
  if (row?.encoding !== 'UTF8')
    return { isWrong: true, says: `the database is written in ${row?.encoding}: make it anew in UTF8` };
  if (row.isOn) return { says: 'pg_trgm is on' };
  if (!row.isThere)
    return { isWrong: true, says: 'pg_trgm is missing: install the contrib package of PostgreSQL' };
  if (!row.mayTurnOn)
    return { isWrong: true, says: 'pg_trgm is off: as the owner of the database, create extension pg_trgm' };
  return { says: 'pg_trgm is there, and the next start turns it on' };
}

async function epoch(em: EntityManager): Promise<Finding> {
  const row = await firstRow<{ epoch: number; isSame: boolean }>(
    em,
    sql`
    select h.epoch, h.system_identifier = s.system_identifier::text and h.timeline = c.timeline_id as "isSame"
    from hub_state h, pg_control_system() s, pg_control_checkpoint() c`,
  );
  if (!row) return { says: 'none yet: the next start begins with 1' };
  return row.isSame
    ? { says: String(row.epoch) }
    : {
        says: `${row.epoch}, of another database system: this one was restored or changed over, and the next start says so`,
      };
}

async function people(em: EntityManager): Promise<Finding> {
  const row = await firstRow<{ people: number; admins: number }>(
    em,
    sql`select count(*)::int as people, (count(*) filter (where role = 'ADMIN'))::int as admins from person`,
  );
  if (row?.admins) return { says: `${row.people}, of them ${row.admins} to run the hub` };
  return { says: `${row?.people ?? 0}, and no admin: npm run hub -- setup --email … --name …` };
}
