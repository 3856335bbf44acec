import type { Configuration, Dictionary } from '@mikro-orm/core';
import { PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { Driver, PostgresDialect } from 'kysely';

/**
 * Gives a connection back whatever becomes of its transaction. The library keeps one for good when `begin` or `rollback`
 * fails on it, as each does when the database goes away: after a few restarts none would be left, and the hub would wait
 * for one until it is restarted itself.
 */
export function lettingGo(driver: Driver): Driver {
  const begin = driver.beginTransaction.bind(driver);
  const rollback = driver.rollbackTransaction.bind(driver);
  return Object.assign(driver, {
    async beginTransaction(...asked: Parameters<Driver['beginTransaction']>): Promise<void> {
      try {
        await begin(...asked);
      } catch (error) {
        await driver.releaseConnection(asked[0]);
        throw error;
      }
    },
    // What a lost connection had begun is undone already, and the pool throws such a connection away.
    rollbackTransaction: (...asked: Parameters<Driver['rollbackTransaction']>) =>
      rollback(...asked).catch(() => {}),
  });
}

class HubConnection extends PostgreSqlConnection {
  override createKyselyDialect(overrides: Dictionary): PostgresDialect {
    const dialect = super.createKyselyDialect(overrides);
    const create = dialect.createDriver.bind(dialect);
    return Object.assign(dialect, { createDriver: () => lettingGo(create()) });
  }
}

/** PostgreSQL, for a hub that outlives the database it talks to. */
export class HubPostgresDriver extends PostgreSqlDriver {
  constructor(config: Configuration) {
    super(config);
    Object.assign(this, { connection: new HubConnection(this.config) });
  }
}
