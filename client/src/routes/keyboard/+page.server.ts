import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { sentBy } from '#lib/api/form.ts';
import { EditPreferences } from '#lib/api/generated/operations.ts';
import { PREFERENCE_OPTIONS, preferenceCookies, preferencesIn } from '#lib/live/preferences.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ request }) => ({
  keys: preferencesIn(request.headers.get('cookie')).keys,
});

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const shortcuts = sent.text('keys') === 'on';
    const { clientMutationId } = sent;
    // Kept with the account as well, which brings its preferences to each browser it signs in with.
    if (event.locals.viewer) await api(event)(EditPreferences, { input: { clientMutationId, shortcuts } });
    for (const { name, value } of preferenceCookies({ keys: shortcuts }))
      event.cookies.set(name, value, PREFERENCE_OPTIONS);
    redirect(303, '/keyboard');
  },
};
