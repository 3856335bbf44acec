import type { Database, EntityManager } from '../../platform/database.ts';
import { linesOf } from './lines.ts';

/** What one kind of line is read as and how many of them are written at once. */
export interface Register<Item extends { id: string }> {
  /** In sentences, such as "experts". */
  what: string;
  /** Faults refuse the line; notes say what of it was left out. */
  read(value: Record<string, unknown>): { item: Item; faults: string[]; notes?: string[] };
  write(em: EntityManager, items: readonly Item[]): Promise<void>;
}

export interface Imported {
  written: number;
  refused: number;
}

const AT_ONCE = 200;
const AT_ONCE_BYTES = 4_000_000;

/**
 * Brings a register in, a few hundred lines a transaction. A line is written whole or not at all, and the same line again
 * changes nothing: an id met twice counts as it stands last. Each bad line is told with its number and every reason.
 */
export async function importRegister<Item extends { id: string }>(
  orm: Database,
  path: string,
  register: Register<Item>,
  tell: (line: string) => void,
): Promise<Imported> {
  const done: Imported = { written: 0, refused: 0 };
  let waiting = new Map<string, { number: number; item: Item }>();
  let bytes = 0;

  const refuse = (number: number, why: string): void => {
    done.refused += 1;
    tell(`line ${number}: ${why}`);
  };
  const write = (items: readonly Item[]): Promise<void> =>
    orm.em.fork().transactional((em) => register.write(em as EntityManager, items));
  const flush = async (): Promise<void> => {
    const batch = [...waiting.values()];
    waiting = new Map();
    bytes = 0;
    if (batch.length === 0) return;
    try {
      await write(batch.map(({ item }) => item));
      done.written += batch.length;
    } catch {
      // One of them cannot be kept: found by writing each alone.
      for (const { number, item } of batch)
        await write([item]).then(
          () => (done.written += 1),
          (error: unknown) =>
            refuse(number, String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''),
        );
    }
    tell(`${done.written} ${register.what}`);
  };

  for await (const line of linesOf(path)) {
    if ('fault' in line) {
      refuse(line.number, line.fault);
      continue;
    }
    const { item, faults, notes = [] } = register.read(line.value);
    if (faults.length > 0) {
      refuse(line.number, faults.join('; '));
      continue;
    }
    for (const note of notes) tell(`line ${line.number}: ${note}`);
    waiting.set(item.id, { number: line.number, item });
    bytes += JSON.stringify(item).length;
    if (waiting.size >= AT_ONCE || bytes >= AT_ONCE_BYTES) await flush();
  }
  await flush();
  return done;
}
