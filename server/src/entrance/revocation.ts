import type { App } from '../app.ts';
import { actsAsStaff } from '../people/acting.ts';
import type { Viewer } from '../people/viewer.ts';
import type { Concerned, Moved } from '../platform/rights.ts';
import { rows, sql } from '../platform/sql.ts';
import { letGo, RIGHTS_CHANGED, SIGNED_OUT } from './letting-go.ts';
import type { Line, Lines } from './lines.ts';

/** When somebody's rights move, their sockets are looked at again at once: who is out is cut off, who changed comes back anew. */
export function watchRights(app: App, lines: Lines): () => void {
  const watch: Concerned = {
    async rightsMoved({ people, isAnybody }: Moved): Promise<void> {
      app.viewers.forget();
      const concerned = isAnybody ? [...lines] : [...people].flatMap((id) => [...lines.of(id)]);
      if (concerned.length > 0) await lookAt(app, concerned);
    },
  };
  const { rights } = app.source;
  rights.add(watch).catch((error: unknown) => void app.settings.fault?.(error));
  return () => rights.remove(watch);
}

interface Now extends Pick<Viewer, 'role' | 'isVerified'> {
  id: string;
}

async function lookAt(app: App, concerned: Line[]): Promise<void> {
  const still = await app.viewers.stillAmong(concerned.map(({ viewer }) => viewer.sessionId));
  const ids = concerned.map(({ viewer }) => viewer.id);
  const found = await rows<Now>(
    app.orm.em.fork(),
    sql`select id, case when ${actsAsStaff('person')} then role else 'MEMBER' end as role, verified_at is not null as "isVerified" from person where id = any(${ids}::uuid[])`,
  );
  const now = new Map(found.map((person) => [person.id, person]));
  for (const { socket, viewer } of concerned) {
    if (!still.has(viewer.sessionId)) {
      letGo(socket, SIGNED_OUT, 'Signed out');
      continue;
    }
    const person = now.get(viewer.id);
    if (person?.role !== viewer.role || person.isVerified !== viewer.isVerified)
      letGo(socket, RIGHTS_CHANGED, 'Your rights changed');
  }
}
