import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { AccountPage, RenamePerson } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import type { Actions, PageServerLoad } from './$types';
import { needsViewer } from './door.ts';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  needsViewer(event);
  // Shown once more, with what was written, to whoever was signed out meanwhile.
  if (!event.locals.viewer) return { person: null, account: null, saved: null, fresh: crypto.randomUUID() };
  const { viewer, account } = await api(event)(AccountPage, {});
  return { person: viewer, account, saved: event.url.searchParams.get('saved'), fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  rename: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { renamePerson } = await api(event)(RenamePerson, {
      input: { clientMutationId: sent.clientMutationId, displayName: sent.text('displayName') },
    });
    if (renamePerson.__typename === 'Rejected') return refuse(sent, renamePerson.problems);
    redirect(303, '/account?saved=name');
  },
};
