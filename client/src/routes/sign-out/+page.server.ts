import { redirect } from '@sveltejs/kit';
import { enter } from '#lib/api/entry.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.viewer) redirect(303, '/');
};

export const actions: Actions = {
  default: async (event) => {
    await enter(event, '/sign-out', null);
    redirect(303, '/');
  },
};
