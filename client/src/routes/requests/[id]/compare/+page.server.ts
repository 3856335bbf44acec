import { error, redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { ComparePage } from '#lib/api/generated/operations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const { searchParams } = event.url;
  const keys = ['a', 'b', 'c'].flatMap((name) => searchParams.get(name) || []);
  const { request } = await api(event)(ComparePage, { id: event.params.id, keys });
  if (!request.viewerCan.seeMatches) error(404, { message: '' });
  return { request, fresh: crypto.randomUUID() };
};
