import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { ProfileTasks } from '#lib/api/generated/operations.ts';
import type { PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  const { viewer, requestCounts } = await api(event)(ProfileTasks, {});
  if (!viewer) redirect(303, signInThenBack(event.url));
  return { person: viewer, matched: requestCounts.forMe, open: requestCounts.open };
};
