import { redirect } from '@sveltejs/kit';
import { enter } from '#lib/api/entry.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = ({ locals }) => {
  if (!locals.viewer) redirect(303, '/');
};

export const actions: Actions = {
  default: async (event) => {
    // Pages without scripts cannot forget what this browser keeps: the browser is told to.
    event.setHeaders({ 'clear-site-data': '"storage"' });
    await enter(event, '/sign-out', null);
    redirect(303, '/');
  },
};
