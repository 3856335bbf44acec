import type { Settings } from '../platform/settings.ts';
import { openStore, type Store } from '../store.ts';

/** Works on the database the settings name, migrated, and lets go of it whatever happens. */
export async function withStore<T>(settings: Settings, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(settings);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
