import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { everythingOf } from '../account/export.ts';
import type { App } from '../app.ts';

export const EXPORT_PATH = '/api/account/export';

/** Everything the hub holds of whoever asks, as a file. */
export async function exportDoor(
  app: App,
  request: IncomingMessage,
  response: ServerResponse,
  squeezed: (work: () => void) => void,
): Promise<void> {
  if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end();
  const viewer = await app.viewers.of(request.headers.cookie);
  if (!viewer) return void response.writeHead(303, { location: '/sign-in?next=%2Faccount%2Fdata' }).end();
  const day = new Date().toISOString().slice(0, 10);
  squeezed(() => {
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="hub-${viewer.handle}-${day}.json"`,
      'cache-control': 'no-store',
    });
    // Whoever closes the page ends the reading; a fault ends the file before its last bracket.
    pipeline(Readable.from(everythingOf(app.orm.em.fork(), viewer.id)), response).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') app.settings.fault?.(error);
    });
  });
}
