import { fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { Sent } from '#lib/api/form.ts';
import { AvailabilityEditor, EditAvailability } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { words as say } from '#lib/say/generated/people.ts';
import { dateIn } from '#lib/ui/date-parts.ts';
import { needsViewer } from '../../door.ts';
import { Reading } from '../reading.ts';
import { EMPTY, MORE, typedRows } from '../rows.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  needsViewer(event);
  const { viewer, contributionTypes } = await api(event)(AvailabilityEditor, {});
  const chosen = viewer?.profile.contributionTypes ?? [];
  // What is no longer offered stays a choice of whoever made it.
  const offered = contributionTypes.filter(({ code, archivedAt }) => !archivedAt || chosen.includes(code));
  const kinds = offered.map(({ code, name }) => ({ value: code, text: name }));
  const windows = (viewer?.profile.availability ?? []).map(({ from, to }) => ({ from, to }));
  return { person: viewer, kinds, windows, fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  save: async (event) => {
    const data = await event.request.formData();
    const sent = new Sent(data);
    const windows = typedRows(data, 'windows', ['from', 'to']);
    const contributionTypes = sent.texts('contributionTypes');
    const pausedUntil = dateIn(data, 'pausedUntil');
    const again = { values: sent.values, windows, contributionTypes, pausedUntil, spare: EMPTY };
    if (data.has('add')) return { ...again, problems: [], spare: MORE };
    if (!event.locals.viewer) return fail(422, { ...again, problems: signedOut(sent).data.problems });

    const reading = new Reading();
    // A day that could not be read is never written: the version then is one that no profile has.
    const day = (typed: string, field: string, message: string) =>
      reading.needed(reading.day(typed, field), field, message) ?? '2000-01-01';
    const { editAvailability } = await api(event)(EditAvailability, {
      input: {
        clientMutationId: sent.clientMutationId,
        windows: windows.map(({ from, to }, at) => ({
          from: day(from, `windows.${at}.from`, say.writeFirstDay()),
          to: day(to, `windows.${at}.to`, say.writeLastDay()),
        })),
        hoursAMonth: reading.whole(sent.text('hoursAMonth'), 'hoursAMonth'),
        loadCap: reading.whole(sent.text('loadCap'), 'loadCap'),
        pausedUntil: reading.day(pausedUntil, 'pausedUntil'),
        contributionTypes,
        openToMatching: sent.text('openToMatching') === 'yes',
        version: reading.version(sent),
      },
    });
    if (editAvailability.__typename !== 'Rejected') redirect(303, '/account/profile?saved');
    return fail(422, { ...again, problems: reading.problems(editAvailability.problems, data) });
  },
};
