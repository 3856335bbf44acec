import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';

// What this browser keeps for the person who is signed in: drafts, and what waits to be sent. Where the browser keeps
// nothing, as in some private windows, it is held until the tab is closed.
let store: UseStore | null = null;
const held = new Map<string, unknown>();

function open(): UseStore {
  return (store ??= createStore('hub', 'kept'));
}

async function orHeld<Result>(kept: () => Promise<Result>, otherwise: () => Result): Promise<Result> {
  try {
    return await kept();
  } catch {
    return otherwise();
  }
}

export function keep(key: string, value: unknown): Promise<void> {
  return orHeld(
    () => set(key, value, open()),
    () => void held.set(key, value),
  );
}

export function kept<Value>(key: string): Promise<Value | undefined> {
  return orHeld(
    () => get<Value>(key, open()),
    () => held.get(key) as Value | undefined,
  );
}

export function forget(key: string): Promise<void> {
  return orHeld(
    () => del(key, open()),
    () => void held.delete(key),
  );
}

/** Everything under keys that begin so, in the order of the keys. */
export async function allKept<Value>(prefix: string): Promise<[key: string, value: Value][]> {
  const all = await orHeld(
    () => entries<string, Value>(open()),
    () => [...held] as [string, Value][],
  );
  return all
    .filter(([key]) => String(key).startsWith(prefix))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
