import type { DatabaseConnection, Driver } from 'kysely';
import { describe, expect, test } from 'vitest';
import { hub } from '../../test/hub.ts';
import { lettingGo } from './postgres-driver.ts';
import { firstRow, rows, sql } from './sql.ts';

const connection = {} as DatabaseConnection;
const lost = async () => {
  throw new Error('Connection terminated unexpectedly');
};

describe('a driver whose connection is lost', () => {
  test('gives it back where a transaction could not begin', async () => {
    const released: DatabaseConnection[] = [];
    const releaseConnection = async (one: DatabaseConnection) => void released.push(one);
    const driver = lettingGo({
      beginTransaction: lost,
      rollbackTransaction: lost,
      releaseConnection,
    } as never);

    await expect(driver.beginTransaction(connection, {})).rejects.toThrow('terminated');
    expect(released).toEqual([connection]);
  });

  test('takes its transaction as undone', async () => {
    const driver: Driver = lettingGo({ beginTransaction: lost, rollbackTransaction: lost } as never);

    await expect(driver.rollbackTransaction(connection)).resolves.toBeUndefined();
  });
});

/** More than the pool has. */
const TIMES = 12;

const isHere = Boolean(process.env.TEST_DATABASE_URL);
if (!isHere) console.warn('LEFT OUT: lost connections of PostgreSQL, because TEST_DATABASE_URL is not set.');

test.skipIf(!isHere)(
  'however often connections are lost in a transaction, others are there to ask with',
  async () => {
    const { orm } = await hub();
    for (let time = 0; time < TIMES; time++) {
      const em = orm.em.fork();
      await em.begin();
      const mine = await firstRow<{ pid: number }>(em, sql`select pg_backend_pid() as pid`);
      await rows(orm.em.fork(), sql`select pg_terminate_backend(${mine?.pid})`);
      await expect(rows(em, sql`select 1`)).rejects.toThrow();
      await em.rollback();
    }

    expect(await rows(orm.em.fork(), sql`select 1 as one`)).toEqual([{ one: 1 }]);
  },
);
