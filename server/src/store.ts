import { migrations } from '../migrations/all.ts';
import { entities } from './entities.ts';
import { fillContributionKinds } from './people/contribution-kind.ts';
import { holdDirectory, flushDirectory, initialiseOnce } from './platform/data-directory.ts';
import { openDatabase, type Database } from './platform/database.ts';
import { noteEpoch } from './platform/epoch.ts';
import type { Settings } from './platform/settings.ts';
import { rows, sql } from './platform/sql.ts';
import { StartupProblem } from './platform/startup.ts';

export interface Store {
  orm: Database;
  /** What the operator should be told once. */
  notes: string[];
  close(): Promise<void>;
}

const CHECKPOINT_MS = 5 * 60_000;
const MIGRATING = 7_461_001;

/** The database the settings name, migrated. */
export function openStore(settings: Settings): Promise<Store> {
  return settings.databaseUrl ? onPostgres(settings.databaseUrl) : embedded(settings.dataDir);
}

async function onPostgres(url: string): Promise<Store> {
  const orm = await openDatabase({ url, entities, migrations });
  const answers = await orm.connect().then(
    () => orm.isConnected(),
    () => false,
  );
  if (!answers)
    throw new StartupProblem(
      'The database that DATABASE_URL names does not answer. Is it running, and are name and password right?',
    );
  // Several processes may start at once; one migrates, the others wait for it.
  await orm.em.fork().transactional(async (em) => {
    await rows(em, sql`select pg_advisory_xact_lock(${MIGRATING})`);
    await orm.migrator.up();
  });
  await begin(orm);
  return { orm, notes: [], close: () => orm.close() };
}

/** What every start makes sure of. */
async function begin(orm: Database): Promise<void> {
  await noteEpoch(orm.em.fork());
  await fillContributionKinds(orm.em.fork());
}

async function embedded(dataDir: string): Promise<Store> {
  const held = await holdDirectory(dataDir);
  try {
    await initialiseOnce(held.databaseDir, async (fresh) => {
      const orm = await openDatabase({ url: fresh, entities, migrations });
      await orm.migrator.up();
      await orm.close();
    });
    const orm = await openDatabase({ url: held.databaseDir, entities, migrations });
    await orm.migrator.up();
    await begin(orm);
    const flush = async () => {
      await rows(orm.em.fork(), sql`checkpoint`);
      await flushDirectory(held.databaseDir);
    };
    const timer = setInterval(() => void flush().catch(() => {}), CHECKPOINT_MS);
    timer.unref();
    return {
      orm,
      notes: [
        'This is evaluation mode: the embedded database survives a crash of the hub, not of the machine. Use PostgreSQL for work (DATABASE_URL).',
      ],
      close: async () => {
        clearInterval(timer);
        await flush();
        await orm.close();
        await flushDirectory(held.databaseDir);
        held.release();
      },
    };
  } catch (error) {
    held.release();
    throw error;
  }
}
