import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { MembersPage } from '#lib/api/generated/operations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const { group } = await api(event)(MembersPage, {
    slug: event.params.slug,
    after: event.url.searchParams.get('after'),
  });
  if (group.slug !== event.params.slug) redirect(308, `/groups/${group.slug}/members`);
  return { group };
};
