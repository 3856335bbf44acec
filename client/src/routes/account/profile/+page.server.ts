import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { ProfileTasks } from '#lib/api/generated/operations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await api(event)(ProfileTasks, {});
  if (!viewer) redirect(303, signInThenBack(event.url));
  return { person: viewer };
};
