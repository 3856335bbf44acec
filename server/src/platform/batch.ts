import DataLoader from 'dataloader';
import type { EntityManager } from './database.ts';
import type { Work } from './work.ts';

export type Batch<K, V> = (context: Work, key: K) => Promise<V>;

/** A read of many keys at once, gathered over one operation: one statement however many rows ask. */
export function batch<K extends string, V>(
  read: (em: EntityManager, keys: readonly K[], context: Work) => Promise<Map<K, V>>,
  none: V,
): Batch<K, V> {
  const name = {};
  return (context, key) => {
    let loader = context.batches.get(name) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = new DataLoader<K, V>(async (keys) => {
        const found = await read(context.em, keys, context);
        return keys.map((asked) => found.get(asked) ?? none);
      });
      context.batches.set(name, loader);
    }
    return loader.load(key);
  };
}
