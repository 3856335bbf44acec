import type { Database } from './database.ts';
import type { Audience, FeedSubjectKind } from './feed.ts';
import { readFeed, type FeedRead } from './feed-read.ts';
import type { HeadBoard } from './heads.ts';
import type { CursorInput } from './log.ts';
import { firstRow, sql } from './sql.ts';

const SHARED_FOR_MS = 1_000;
const MOST_SHARED = 500;

/** Reads streams for all followers of this process: the same stretch asked for twice is read once. */
export class FeedSource {
  readonly #shared = new Map<string, Promise<FeedRead>>();
  readonly #orm: Database;
  readonly board: HeadBoard;
  readonly #kinds: FeedSubjectKind[];
  readonly #audiences: Audience[];

  constructor(orm: Database, board: HeadBoard, kinds: FeedSubjectKind[], audiences: Audience[]) {
    this.#orm = orm;
    this.board = board;
    this.#kinds = kinds;
    this.#audiences = audiences;
  }

  read(cursor: CursorInput): Promise<FeedRead> {
    // The head heard of is part of the key, so a stretch read before the news never hides it.
    const key = `${cursor.stream} ${cursor.epoch} ${cursor.seq} ${this.board.headOf(cursor.stream)}`;
    const shared = this.#shared.get(key);
    if (shared) return shared;
    const read = readFeed(this.#orm.em, this.#kinds, cursor);
    if (this.#shared.size >= MOST_SHARED) this.#shared.clear();
    this.#shared.set(key, read);
    setTimeout(() => this.#shared.delete(key), SHARED_FOR_MS).unref();
    read.catch(() => this.#shared.delete(key));
    return read;
  }

  /** Which of these streams the person may read now, and how far `access` had come before we asked. */
  async authorise(
    actorId: string,
    streams: string[],
  ): Promise<{ readable: Set<string>; accessHead: number }> {
    const em = this.#orm.em.fork();
    const access = await firstRow<{ head: number }>(
      em,
      sql`select head_seq as head from stream where id = 'access'`,
    );
    const readable = new Set<string>();
    for (const [kind, asked] of Map.groupBy(streams, kindOf)) {
      const audience = this.#audiences.find((known) => known.kind === kind);
      for (const stream of (await audience?.readable(em, actorId, asked)) ?? []) readable.add(stream);
    }
    return { readable, accessHead: access?.head ?? 0 };
  }
}

/** `request:<id>:staff` is of the kind `request:staff`. */
function kindOf(stream: string): string {
  const [kind, , part] = stream.split(':');
  return part ? `${kind}:${part}` : (kind ?? '');
}
