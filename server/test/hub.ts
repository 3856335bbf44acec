import { readFileSync } from 'node:fs';
import type { PgliteConnection } from '@mikro-orm/pglite';
import type { PostgreSqlConnection } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { entities } from '../src/entities.ts';
import { buildApp, type App } from '../src/app.ts';
import { openDatabase, type Database } from '../src/platform/database.ts';
import { databaseUrl } from './setup.ts';

let running: Promise<App> | null = null;
const statements: string[] = [];
const faults: unknown[] = [];

/** What the hub mailed since the file began. */
export const mails: { to: string; subject: string; text: string }[] = [];

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

let stop = async () => {};
// Registered with the file, not with the test that happened to start the hub.
afterAll(() => stop());

async function start(): Promise<App> {
  const { orm, drop } = await database();
  const app = await buildApp(orm, {
    origin: 'http://localhost:3000',
    secret: 'a secret for tests that is long enough',
    sendMail: async (to, subject, text) => void mails.push({ to, subject, text }),
    fault: (error) => {
      faults.push(error);
      process.stderr.write(`fault in the hub: ${error instanceof Error ? error.stack : String(error)}\n`);
      return 'test';
    },
  });
  stop = async () => {
    await app.apollo.stop();
    await orm.close();
    await drop();
    running = null;
  };
  return app;
}

async function database(): Promise<{ orm: Database; drop: () => Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  const template = inject('template');
  if (!url || !template) {
    const loadDataDir = new Blob([readFileSync(inject('dump') ?? '')]);
    const orm = await openDatabase({ url: 'memory://', entities, migrations: [], loadDataDir });
    listen(await (orm.em.getConnection() as unknown as PgliteConnection).getNativeClient());
    return { orm, drop: async () => {} };
  }
  const name = `hub_test_${process.pid}_${Date.now()}`;
  await asAdmin(url, `create database ${name} template ${template}`);
  // Nothing here outlives the tests, so nobody waits for the disk.
  await asAdmin(url, `alter database ${name} set synchronous_commit = off`);
  const orm = await openDatabase({ url: databaseUrl(url, name), entities, migrations: [] });
  const connection = orm.em.getConnection() as unknown as PostgreSqlConnection;
  // The ORM has a copy of the driver to itself.
  const { Client } = (await connection.getNativeClient()) as unknown as { Client: { prototype: object } };
  listen(Client.prototype);
  return { orm, drop: () => asAdmin(url, `drop database if exists ${name} with (force)`) };
}

/** Hears at the wire: plain rows do not pass through the ORM's own log. */
function listen(client: object): void {
  const wire = client as {
    query: (asked: unknown, ...rest: unknown[]) => unknown;
    transaction?: (work: (within: object) => unknown) => unknown;
  };
  const { query, transaction } = wire;
  wire.query = function (asked, ...rest) {
    const { text } = Object(asked) as { text?: string };
    statements.push(text ?? String(asked));
    return query.call(this, asked, ...rest);
  };
  // The embedded database hands out another client for the length of a transaction.
  if (transaction)
    wire.transaction = (work) =>
      transaction.call(wire, (within) => {
        listen(within);
        return work(within);
      });
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}
