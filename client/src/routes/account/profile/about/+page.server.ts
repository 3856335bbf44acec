import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, Sent } from '#lib/api/form.ts';
import { AboutEditor, EditAbout } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { zoneOptions } from '#lib/people/zones.ts';
import { needsViewer } from '../../door.ts';
import { Reading } from '../reading.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  needsViewer(event);
  const { viewer } = await api(event)(AboutEditor, {});
  return {
    person: viewer,
    zones: zoneOptions(viewer?.profile.timeZone ?? 'UTC'),
    fresh: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  save: async (event) => {
    const data = await event.request.formData();
    const sent = new Sent(data);
    if (!event.locals.viewer) return signedOut(sent);
    const reading = new Reading();
    const { editAbout } = await api(event)(EditAbout, {
      input: {
        clientMutationId: sent.clientMutationId,
        version: reading.version(sent),
        headline: sent.text('headline'),
        about: sent.text('about'),
        profession: sent.text('profession'),
        organisation: sent.text('organisation'),
        country: sent.text('country'),
        place: sent.text('place'),
        timeZone: sent.text('timeZone'),
        regulator: sent.text('regulator'),
      },
    });
    if (editAbout.__typename === 'Rejected') return refuse(sent, reading.problems(editAbout.problems, data));
    redirect(303, '/account/profile?saved');
  },
};
