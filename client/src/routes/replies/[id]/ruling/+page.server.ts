import { error, redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { RulingPage } from '#lib/api/generated/operations.ts';
import { discussionPath, replyPlace } from '#lib/groups/paths.ts';
import type { PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
/** Why a reply was removed, or what to mind. For everybody but its author and those who decide there is no such page. */
export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const { reply } = await api(event)(RulingPage, { id: event.params.id });
  if (!reply.ruling) error(404, { message: '' });
  return { reply, ruling: reply.ruling, back: discussionPath(reply.discussion) + replyPlace(reply.number) };
};
