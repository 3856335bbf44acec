import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { PgliteConnection } from '@mikro-orm/pglite';
import type { TestProject } from 'vitest/node';
import { migrations } from '../migrations/all.ts';
import { entities } from '../src/entities.ts';
import { openDatabase } from '../src/platform/database.ts';
import { noteEpoch } from '../src/platform/epoch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A dumped, migrated embedded database, or null on PostgreSQL. */
    dump: string | null;
    /** A migrated PostgreSQL database to copy, or null on the embedded one. */
    template: string | null;
  }
}

/** Migrates once; each test file starts from a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL;
  return url ? onPostgres(project, url) : embedded(project);
}

async function embedded(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-test-'));
  const orm = await openDatabase({ url: 'memory://', entities, migrations });
  await orm.migrator.up();
  await noteEpoch(orm.em.fork());
  const native = await (orm.em.getConnection() as unknown as PgliteConnection).getNativeClient();
  const dump = join(folder, 'migrated.tar');
  writeFileSync(dump, Buffer.from(await (await native.dumpDataDir('none')).arrayBuffer()));
  await orm.close();
  project.provide('dump', dump);
  project.provide('template', null);
  return async () => rmSync(folder, { recursive: true, force: true });
}

async function onPostgres(project: TestProject, url: string): Promise<() => Promise<void>> {
  const template = `hub_template_${process.pid}`;
  const admin = async (sql: string) => {
    const client = new pg.Client(url);
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await admin(`create database ${template}`);
  const orm = await openDatabase({ url: databaseUrl(url, template), entities, migrations });
  await orm.migrator.up();
  await noteEpoch(orm.em.fork());
  await orm.close();
  project.provide('dump', null);
  project.provide('template', template);
  return () => admin(`drop database if exists ${template} with (force)`);
}

export function databaseUrl(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
