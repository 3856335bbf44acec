import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, Sent } from '#lib/api/form.ts';
import {
  EditVisibility,
  VisibilityEditor,
  type ProfileField,
  type Visibility,
} from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { PROFILE_FIELDS, VISIBILITIES } from '#lib/people/words.ts';
import { needsViewer } from '../../door.ts';
import { chosenOf, Reading } from '../reading.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  needsViewer(event);
  const { viewer } = await api(event)(VisibilityEditor, {});
  const chosen = new Map(
    viewer?.profile.fieldVisibility?.map(({ field, visibility }) => [field as string, visibility]),
  );
  const parts = PROFILE_FIELDS.map(({ value, text }) => ({
    field: value,
    text,
    seenBy: chosen.get(value) ?? 'MEMBERS',
  }));
  return { person: viewer, parts, fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  save: async (event) => {
    const data = await event.request.formData();
    const sent = new Sent(data);
    if (!event.locals.viewer) return signedOut(sent);
    const reading = new Reading();
    const fields = PROFILE_FIELDS.flatMap(({ value }) => {
      const visibility = chosenOf<Visibility>(sent.text(value), VISIBILITIES);
      return visibility ? [{ field: value as ProfileField, visibility }] : [];
    });
    const { editVisibility } = await api(event)(EditVisibility, {
      input: { clientMutationId: sent.clientMutationId, fields, version: reading.version(sent) },
    });
    if (editVisibility.__typename === 'Rejected')
      return refuse(sent, reading.problems(editVisibility.problems, data));
    redirect(303, '/account/profile?saved');
  },
};
