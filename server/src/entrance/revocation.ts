import type { WebSocket } from 'ws';
import type { App } from '../app.ts';
import type { Viewer } from '../people/viewer.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';

export interface Line {
  socket: WebSocket;
  viewer: Viewer;
}

/** When somebody's rights move, their sockets are looked at again at once: who is out is cut off, who changed comes back anew. */
export function watchRights(app: App, lines: ReadonlySet<Line>): () => void {
  let seen: number | null = null;
  let looking = Promise.resolve();

  const look = async () => {
    const em = app.orm.em.fork();
    const head = await firstRow<{ head: number }>(
      em,
      sql`select head_seq as head from stream where id = 'access'`,
    );
    const from = seen ?? 0;
    seen = head?.head ?? 0;
    const moved = await rows<{ id: string }>(
      em,
      sql`
      select distinct subject_id as id from event where stream_id = 'access' and seq > ${from} and seq <= ${seen}`,
    );
    app.viewers.forget();
    const people = new Set(moved.map(({ id }) => id));
    for (const line of lines) if (people.has(line.viewer.id)) await lookAt(app, line);
  };
  const stir = () => {
    looking = looking.then(look).catch((error: unknown) => void app.settings.fault?.(error));
  };
  // What came before the first socket concerns none of ours.
  looking = firstRow<{ head: number }>(
    app.orm.em.fork(),
    sql`select head_seq as head from stream where id = 'access'`,
  )
    .then((row) => void (seen = row?.head ?? 0))
    .catch(() => {});
  return app.source.board.follow('access', stir);
}

async function lookAt(app: App, { socket, viewer }: Line): Promise<void> {
  if (!(await app.viewers.still(viewer.sessionId))) return socket.close(4401, 'Signed out');
  const now = await firstRow<{ role: string; verified: boolean }>(
    app.orm.em.fork(),
    sql`
    select role, verified_at is not null as verified from person where id = ${viewer.id}`,
  );
  if (now?.role !== viewer.role || now.verified !== viewer.isVerified)
    socket.close(4403, 'Your rights changed');
}
