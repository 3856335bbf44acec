import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { RequestWriting } from '#lib/api/generated/operations.ts';
import { choicesOf } from './request-choices.ts';

/** What every page on which a request is written needs. */
export async function writingOf(event: RequestEvent) {
  const { viewer } = event.locals;
  if (!viewer) redirect(303, signInThenBack(event.url));
  const { request, personCursor, ...asked } = await api(event)(RequestWriting, {
    id: event.params['id'] ?? '',
  });
  return {
    request,
    cursors: [request.staffCursor, personCursor].filter((cursor) => cursor !== null && cursor !== undefined),
    choices: choicesOf(asked, request.timeZone, request.programme),
    fresh: crypto.randomUUID(),
    done: event.url.searchParams.get('done'),
  };
}
