import { error, redirect } from '@sveltejs/kit';
import { signInThenBack } from '#lib/api/api.ts';
import type { PageServerLoad } from './$types';

/** For members there is no such page. */
export const load: PageServerLoad = (event) => {
  const { viewer } = event.locals;
  if (!viewer) redirect(303, signInThenBack(event.url));
  if (viewer.role === 'MEMBER') error(404, { message: '' });
  return { isAdmin: viewer.role === 'ADMIN' };
};
