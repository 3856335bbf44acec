import pg from 'pg';
import { run } from './processes.ts';

export type Scale = '10x' | '100x';

export const SECRET = 'a secret for measuring, known to all: 0123456789';

export interface Filled {
  url: string;
  client: pg.Client;
}

/** A database of our own, migrated and filled by the hub's own command. */
export async function filledDatabase(admin: string, scale: Scale, isKept: boolean): Promise<Filled> {
  const name = scale === '10x' ? 'hub_bench' : `hub_bench_${scale}`;
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
  const isThere = await asAdmin(admin, `select 1 from pg_database where datname = '${name}'`);
  const isFresh = !isThere || !isKept;
  if (isFresh) {
    await asAdmin(admin, `drop database if exists ${name} with (force)`);
    await asAdmin(admin, `create database ${name}`);
    const env = { DATABASE_URL: url, HUB_SECRET: SECRET };
    await run(process.execPath, ['server/dist/src/hub.js', 'seed', '--scale', scale], env);
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Or the database does it by itself in the middle of a measurement.
  if (isFresh) await client.query('vacuum (analyze, freeze)');
  return { url, client };
}

async function asAdmin(url: string, text: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return ((await client.query(text)).rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}
