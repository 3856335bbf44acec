import type { ExpertFacts } from '../shapes.ts';
import type { Columns } from './columns.ts';
import type { TopicIndex } from './topic-index.ts';

/** Where the people of a list stand in the index of their words and in the columns that were made of them. */
export interface Crowd {
  index: TopicIndex;
  columns: Columns;
  /** Of each their place in the index. */
  slots: Int32Array;
  /** The same where it is also their row in the columns; -1 for whoever changed since, and must be asked themselves. */
  rows: Int32Array;
  /** What people carry has been laid over since: the columns do not know it. */
  isLaden: boolean;
}

/** By the list itself, so that no list can be read with the columns of another. */
const crowds = new WeakMap<readonly ExpertFacts[], Crowd>();

/** Null for a list of people of whom no columns were made. */
export function crowdOf(experts: readonly ExpertFacts[]): Crowd | null {
  return crowds.get(experts) ?? null;
}

/** The same people in the same places, with what they carry today. */
export function laden(experts: readonly ExpertFacts[], from: readonly ExpertFacts[]): void {
  const crowd = crowdOf(from);
  if (crowd) keepCrowd(experts, { ...crowd, isLaden: true });
}

export function keepCrowd(experts: readonly ExpertFacts[], crowd: Crowd): void {
  crowds.set(experts, crowd);
}

/** Of whoever is in these places, in their order, the place and the row. */
export function rowsOf(
  found: readonly (ExpertFacts | undefined)[],
  changed: ReadonlySet<number>,
): Pick<Crowd, 'slots' | 'rows'> {
  const slots = new Int32Array(found.length);
  const rows = new Int32Array(found.length);
  let count = 0;
  for (let slot = 0; slot < found.length; slot++) {
    if (!found[slot]) continue;
    slots[count] = slot;
    rows[count++] = changed.has(slot) ? -1 : slot;
  }
  return { slots: slots.subarray(0, count), rows: rows.subarray(0, count) };
}
