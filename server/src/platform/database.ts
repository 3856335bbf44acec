import { dirname } from 'node:path';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { MikroORM, type Constructor, type Options } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { PgliteDriver } from '@mikro-orm/pglite';
import type { EntityManager } from '@mikro-orm/postgresql';
import { makeFolder } from './data-directory.ts';
import { HubPostgresDriver } from './postgres-driver.ts';

export type { EntityManager };
export type Database = MikroORM & { em: EntityManager };

export interface DatabaseOptions {
  /** A postgres:// URL, or the folder of the embedded database, or memory://. */
  url: string;
  entities: Constructor<object>[];
  migrations: Constructor<Migration>[];
  /** A dumped data directory to start the embedded database from. */
  loadDataDir?: Blob;
  poolSize?: number;
}

export function isPostgres(url: string): boolean {
  return /^postgres(ql)?:/.test(url);
}

/** One configuration for both databases; the same migrations run on either. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url } = options;
  const shared = {
    entities: options.entities,
    metadataProvider: ReflectMetadataProvider,
    extensions: [Migrator],
    migrations: {
      migrationsList: options.migrations.map((migration) => ({ name: migration.name, class: migration })),
      transactional: true,
      allOrNothing: true,
      snapshot: false,
    },
    // What is worth telling the operator is told by us, in one form.
    logger: () => {},
    forceUtcTimezone: true,
    ignoreUndefinedInQuery: true,
  };
  const orm = isPostgres(url)
    ? await MikroORM.init({
        ...shared,
        driver: HubPostgresDriver,
        clientUrl: url,
        // Kept open: each connection holds the plans of what is asked most.
        pool: { max: options.poolSize ?? 10, idleTimeoutMillis: 0 },
      })
    : await MikroORM.init({ ...shared, driver: PgliteDriver, ...embedded(options) });
  return orm as unknown as Database;
}

function embedded({ url, loadDataDir }: DatabaseOptions): Partial<Options<PgliteDriver>> {
  // The embedded database does not make parent folders. A function, because options are cloned and a Blob cannot be.
  if (!url.startsWith('memory:')) makeFolder(dirname(url));
  return {
    dbName: url,
    driverOptions: () => ({ extensions: { pg_trgm }, ...(loadDataDir && { loadDataDir }) }),
  };
}
