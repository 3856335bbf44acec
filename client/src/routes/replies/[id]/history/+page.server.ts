import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { ReplyHistoryPage } from '#lib/api/generated/operations.ts';
import { discussionPath, replyPlace } from '#lib/groups/paths.ts';
import type { PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const { reply } = await api(event)(ReplyHistoryPage, { id: event.params.id });
  return { reply, back: discussionPath(reply.discussion) + replyPlace(reply.number) };
};
