import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { entities } from '../src/entities.ts';
import { buildApp, type App } from '../src/app.ts';
import { openDatabase, type Database } from '../src/platform/database.ts';
import { databaseUrl } from './setup.ts';

let running: Promise<App> | null = null;
const statements: string[] = [];
const faults: unknown[] = [];

/** One hub for each test file, on a database of its own. */
export function hub(): Promise<App> {
  running ??= start();
  return running;
}

/** The SQL sent while this ran. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const from = statements.length;
  await work();
  return statements.slice(from);
}

async function start(): Promise<App> {
  const { orm, drop } = await database();
  const app = await buildApp(orm, {
    origin: 'http://localhost:3000',
    secret: 'a secret for tests that is long enough',
    fault: (error) => {
      faults.push(error);
      console.error('fault in the hub:', error);
      return 'test';
    },
  });
  afterAll(async () => {
    await app.apollo.stop();
    await orm.close();
    await drop();
    running = null;
  });
  return app;
}

async function database(): Promise<{ orm: Database; drop: () => Promise<void> }> {
  const onStatement = (sql: string) => void statements.push(sql);
  const url = process.env.TEST_DATABASE_URL;
  const template = inject('template');
  if (!url || !template) {
    const loadDataDir = new Blob([readFileSync(inject('dump') ?? '')]);
    return {
      orm: await openDatabase({ url: 'memory://', entities, migrations: [], onStatement, loadDataDir }),
      drop: async () => {},
    };
  }
  const name = `hub_test_${process.pid}_${Date.now()}`;
  await asAdmin(url, `create database ${name} template ${template}`);
  const orm = await openDatabase({ url: databaseUrl(url, name), entities, migrations: [], onStatement });
  return { orm, drop: () => asAdmin(url, `drop database if exists ${name} with (force)`) };
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}
