import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { LedGroup, type LedGroupQuery } from '#lib/api/generated/operations.ts';

/** The group of the address, for whoever looks after it; for others there is no such page. */
export async function groupToLead(event: RequestEvent, page: string): Promise<LedGroupQuery['group']> {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const slug = event.params['slug'] ?? '';
  const { group } = await api(event)(LedGroup, { slug });
  if (!group.viewerCan.lead) error(404, { message: '' });
  if (group.slug !== slug) redirect(308, `/groups/${group.slug}/${page}${event.url.search}`);
  return group;
}
