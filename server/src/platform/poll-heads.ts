import type { Head } from './announce.ts';
import type { EntityManager } from './database.ts';
import { noteEpoch } from './epoch.ts';
import type { HeadBoard } from './heads.ts';
import { log } from './line-log.ts';
import { rows, sql } from './sql.ts';

/**
 * Looks where the followed streams are, every so often, because hints may be lost, and whether the database is still
 * the one it was: after a failover the connections are new and the numbers may be given again. Answers with how to stop:
 * afterwards the database is not asked again.
 */
export function pollHeads(em: EntityManager, board: HeadBoard, everyMs: number): () => Promise<void> {
  let timer: NodeJS.Timeout;
  let polling = Promise.resolve();
  let isStopped = false;
  let isFailing = false;
  let epoch: number | null = null;

  const poll = async () => {
    try {
      if (board.followed().length > 0) {
        const now = await noteEpoch(em.fork());
        if (epoch !== null && now !== epoch) board.startOver();
        epoch = now;
        await readHeads(em, board);
      }
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
  const at = new Date();
  const heads = await rows<Head>(
    em.fork(),
    sql`
    select id as stream, head_seq as head from stream where id = any(${streams}::text[])`,
  );
  board.tell(heads);
  board.checkedAt = at;
}
