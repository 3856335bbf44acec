import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { MyResponses } from '#lib/api/generated/operations.ts';
import type { PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const after = event.url.searchParams.get('after');
  const { myResponses } = await api(event)(MyResponses, { after });
  return {
    responses: myResponses.edges.map(({ node }) => node),
    next: myResponses.pageInfo.hasNextPage ? myResponses.pageInfo.endCursor : null,
    isFirst: !after,
    now: new Date().toISOString(),
  };
};
