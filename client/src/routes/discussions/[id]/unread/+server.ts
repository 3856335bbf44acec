import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { UnreadPlace } from '#lib/api/generated/operations.ts';
import { discussionPath, replyPlace } from '#lib/groups/paths.ts';
import type { RequestHandler } from './$types';

/** Leads to the first reply not read; to the newest one where all is read. */
export const GET: RequestHandler = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const { discussion } = await api(event)(UnreadPlace, { id: event.params.id });
  const { readTo, lastNumber } = discussion;
  redirect(303, discussionPath(discussion) + replyPlace(Math.min(readTo + 1, lastNumber)));
};
