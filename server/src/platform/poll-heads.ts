import type { Head } from './announce.ts';
import type { EntityManager } from './database.ts';
import type { HeadBoard } from './heads.ts';
import { log } from './line-log.ts';
import { rows, sql } from './sql.ts';

/**
 * Looks where the followed streams are, every so often, because hints may be lost. Answers with how to stop:
 * afterwards the database is not asked again.
 */
export function pollHeads(em: EntityManager, board: HeadBoard, everyMs: number): () => Promise<void> {
  let timer: NodeJS.Timeout;
  let polling = Promise.resolve();
  let isStopped = false;
  let isFailing = false;

  const poll = async () => {
    try {
      await readHeads(em, board);
      isFailing = false;
    } catch (error) {
      if (!isFailing) log('warn', 'heads.unread', { detail: error instanceof Error ? error : String(error) });
      isFailing = true;
    }
    if (!isStopped) later();
  };
  const later = () => {
    // Not all processes at the same moment.
    timer = setTimeout(() => (polling = poll()), everyMs * (0.75 + Math.random() / 2));
  };
  later();

  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await polling;
  };
}

async function readHeads(em: EntityManager, board: HeadBoard): Promise<void> {
  const streams = board.followed();
  if (streams.length === 0) return;
  const heads = await rows<Head>(
    em.fork(),
    sql`
    select id as stream, head_seq as head from stream where id = any(${streams}::text[])`,
  );
  board.tell(heads);
}
