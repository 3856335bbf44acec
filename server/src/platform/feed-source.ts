import { Channel } from './channel.ts';
import type { Database } from './database.ts';
import { Batch, type Audience, type FeedSubjectKind } from './feed.ts';
import { readFeed, type FeedRead } from './feed-read.ts';
import type { HeadBoard } from './heads.ts';
import type { CursorInput } from './log.ts';
import { Rights } from './rights.ts';
import { firstRow, sql } from './sql.ts';

const SHARED_FOR_MS = 1_000;
const MOST_SHARED = 500;
const MOST_DOCUMENTS = 32;

/** Reads streams for all followers of this process: the same stretch asked for twice is read once. */
export class FeedSource {
  readonly #shared = new Map<string, Promise<FeedRead>>();
  readonly #channels = new Map<string, { channel: Channel; holders: number; quiet: () => void }>();
  readonly #documents = new Map<string, number>();
  readonly #orm: Database;
  readonly board: HeadBoard;
  readonly rights: Rights;
  readonly #kinds: FeedSubjectKind[];
  readonly #audiences: Audience[];

  constructor(orm: Database, board: HeadBoard, kinds: FeedSubjectKind[], audiences: Audience[]) {
    this.#orm = orm;
    this.board = board;
    this.rights = new Rights(orm.em, board);
    this.#kinds = kinds;
    this.#audiences = audiences;
  }

  read(cursor: CursorInput): Promise<FeedRead> {
    const news = this.board.newsOf(cursor.stream);
    // Where nobody listens, something may have happened since somebody else read.
    if (news === null) return readFeed(this.#orm.em.fork(), this.#kinds, cursor);
    // The head heard of is part of the key, so a stretch read before the news never hides it.
    const key = `${cursor.stream} ${cursor.epoch} ${cursor.seq} ${news}`;
    const shared = this.#shared.get(key);
    if (shared) return shared;
    const read = this.#fresh(cursor);
    if (this.#shared.size >= MOST_SHARED) this.#shared.clear();
    this.#shared.set(key, read);
    setTimeout(() => this.#shared.delete(key), SHARED_FOR_MS).unref();
    read.catch(() => this.#shared.delete(key));
    return read;
  }

  /** What is read is news to the board too, where it came before the hint. */
  async #fresh(cursor: CursorInput): Promise<FeedRead> {
    const read = await readFeed(this.#orm.em.fork(), this.#kinds, cursor);
    if (read.item instanceof Batch) this.board.tell([{ stream: cursor.stream, head: read.item.toSeq }]);
    return read;
  }

  /** Which of these streams the person may read now, and how far `access` had come before we asked. */
  async authorise(
    actorId: string,
    streams: string[],
  ): Promise<{ readable: Set<string>; accessHead: number }> {
    const access = await firstRow<{ head: number }>(
      this.#orm.em.fork(),
      sql`select head_seq as head from stream where id = 'access'`,
    );
    return { readable: await this.readable(actorId, streams), accessHead: access?.head ?? 0 };
  }

  async readable(actorId: string, streams: string[]): Promise<Set<string>> {
    const em = this.#orm.em.fork();
    const readable = new Set<string>();
    for (const [kind, asked] of Map.groupBy(streams, kindOf)) {
      const audience = this.#audiences.find((known) => known.kind === kind);
      for (const stream of (await audience?.readable(em, actorId, asked)) ?? []) readable.add(stream);
    }
    return readable;
  }

  /** Keeps the stream's channel, with its ear on the board, until the answer is called. */
  hold(stream: string): () => void {
    const held = this.#channels.get(stream) ?? this.#opened(stream);
    held.holders += 1;
    return () => {
      held.holders -= 1;
      if (held.holders > 0) return;
      held.quiet();
      this.#channels.delete(stream);
    };
  }

  /** The channel of a stream that is held. */
  channel(stream: string): Channel {
    return (this.#channels.get(stream) ?? this.#opened(stream)).channel;
  }

  #opened(stream: string) {
    const { board, rights } = this;
    const channel = new Channel(stream, { board, rights, read: (cursor) => this.read(cursor) });
    const held = {
      channel,
      holders: 0,
      quiet: board.follow(stream, (startsOver) => channel.stir(startsOver)),
    };
    this.#channels.set(stream, held);
    return held;
  }

  /** Whether words for this document are made once for all; beyond so many documents each reader costs their own. */
  shareWords(key: string): boolean {
    const sharers = this.#documents.get(key) ?? 0;
    if (sharers === 0 && this.#documents.size >= MOST_DOCUMENTS) return false;
    this.#documents.set(key, sharers + 1);
    return true;
  }

  unshareWords(key: string): void {
    const sharers = (this.#documents.get(key) ?? 0) - 1;
    if (sharers > 0) this.#documents.set(key, sharers);
    else this.#documents.delete(key);
  }
}

/** `request:<id>:staff` is of the kind `request:staff`. */
function kindOf(stream: string): string {
  const [kind, , part] = stream.split(':');
  return part ? `${kind}:${part}` : (kind ?? '');
}
