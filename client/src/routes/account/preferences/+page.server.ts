import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import {
  EditPreferences,
  PreferencesPage,
  type Announcements,
  type ColourScheme,
  type HubLanguage,
} from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { keepPreferences } from '#lib/people/preferences.ts';
import { needsViewer } from '../door.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
const LANGUAGES: readonly HubLanguage[] = ['EN', 'FR', 'AR'];
const SCHEMES: readonly ColourScheme[] = ['SYSTEM', 'LIGHT', 'DARK'];
const ANNOUNCEMENTS: readonly Announcements[] = ['OFF', 'COUNT', 'AUTHOR'];

export const load: PageServerLoad = async (event) => {
  needsViewer(event);
  const { viewer } = await api(event)(PreferencesPage, {});
  return {
    preferences: viewer?.preferences ?? null,
    isSaved: event.url.searchParams.has('saved'),
    fresh: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { editPreferences } = await api(event)(EditPreferences, {
      input: {
        clientMutationId: sent.clientMutationId,
        language: among(LANGUAGES, sent.text('language')),
        scheme: among(SCHEMES, sent.text('scheme')) ?? 'SYSTEM',
        announcements: among(ANNOUNCEMENTS, sent.text('announcements')) ?? 'COUNT',
        live: sent.text('live') === 'yes',
        shortcuts: sent.text('shortcuts') === 'yes',
        textOnly: sent.text('textOnly') === 'yes',
      },
    });
    if (editPreferences.__typename === 'Rejected') return refuse(sent, editPreferences.problems);
    keepPreferences(event, editPreferences.preferences);
    redirect(303, '/account/preferences?saved');
  },
};

function among<T extends string>(known: readonly T[], asked: string): T | null {
  return known.find((one) => one === asked) ?? null;
}
