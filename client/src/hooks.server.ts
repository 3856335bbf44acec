import { hubOf } from '#lib/api/hub.ts';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.requestId = event.request.headers.get('x-request-id') ?? crypto.randomUUID();
  event.locals.viewer = await hubOf(event.platform).viewer(event.request.headers.get('cookie'));

  // Only the stylesheet is preloaded: on a slow line, scripts would push the text back by seconds.
  return resolve(event, { preload: ({ type }) => type === 'css' });
};

/** What we chose to say is kept. A fault goes to the log whole, and to the person without its words. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const { requestId } = event.locals;
  if (kind === 'app') return { reference: requestId };
  if (kind === 'unknown') {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(JSON.stringify({ level: 'error', requestId, route: event.route.id, told }));
  }
  return { message: '', reference: requestId };
};
