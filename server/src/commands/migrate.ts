import type { Settings } from '../platform/settings.ts';
import { withStore } from './with-store.ts';
import { migrationLevel } from './migration-level.ts';

/** Opening the store migrates it; this does no more, and says where it stands. */
export async function migrate(settings: Settings): Promise<void> {
  await withStore(settings, async ({ orm }) => {
    console.log((await migrationLevel(orm.em.fork())).says);
  });
}
