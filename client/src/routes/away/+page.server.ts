import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { Away } from '#lib/api/generated/operations.ts';
import type { PageServerLoad } from './$types';

/** What each figure of the briefing counts. Each list goes on by itself. */
export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const asked = event.url.searchParams;
  const { briefing, contributionTypes } = await api(event)(Away, {
    outcomes: asked.get('outcomes'),
    requests: asked.get('requests'),
    discussions: asked.get('discussions'),
  });
  // Half a day after the return there is none any more; and where nothing happened there is nothing to list.
  if (!briefing || briefing.outcomes + briefing.requests + briefing.discussions === 0) redirect(303, '/');
  return { briefing, kinds: contributionTypes, now: new Date().toISOString() };
};
