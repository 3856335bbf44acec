import { redirect } from '@sveltejs/kit';
import { signInThenBack } from '#lib/api/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (!locals.viewer) redirect(303, signInThenBack(url));
};
