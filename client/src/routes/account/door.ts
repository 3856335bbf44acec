import { redirect, type RequestEvent } from '@sveltejs/kit';
import { signInThenBack } from '#lib/api/api.ts';

/** Visitors sign in first. A form sent after the session ended is shown again instead, so that its words are kept. */
export function needsViewer(event: RequestEvent): void {
  if (!event.locals.viewer && event.request.method !== 'POST') redirect(303, signInThenBack(event.url));
}
