import { api } from '#lib/api/api.ts';
import { MarkRead } from '#lib/api/generated/operations.ts';
import type { RequestHandler } from './$types';

/** Where no script can tell what was read, opening a page is reading it: the page asks for this as for a picture. */
export const GET: RequestHandler = async (event) => {
  const number = Number(event.url.searchParams.get('number'));
  if (event.locals.viewer && Number.isInteger(number) && number > 0)
    await api(event)(MarkRead, {
      input: { clientMutationId: crypto.randomUUID(), discussionId: event.params.id, number },
    });
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
};
