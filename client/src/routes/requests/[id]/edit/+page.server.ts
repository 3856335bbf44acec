import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { EditRequest, EditRequestPage, RequestChoices } from '#lib/api/generated/operations.ts';
import { choicesOf } from '#lib/requests/request-choices.ts';
import { addCriterion, saveRequest } from '#lib/requests/save-request.ts';
import type { Actions, PageServerLoad } from './$types';
import { keptIn } from './kept.ts';

export const load: PageServerLoad = async (event) => {
  const { viewer } = event.locals;
  if (!viewer) redirect(303, signInThenBack(event.url));
  const { request } = await api(event)(EditRequestPage, { id: event.params.id });
  const asked = await api(event)(RequestChoices, {});
  return {
    request,
    kept: keptIn(request),
    choices: choicesOf(asked, request.timeZone, request.programme),
    fresh: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  add: addCriterion,
  save: (event) =>
    saveRequest(event, 'edited', async (input, form) => {
      const which = { requestId: event.params['id'] ?? '', version: form.version };
      const { editRequest } = await api(event)(EditRequest, { input: { ...input, ...which } });
      return editRequest.__typename === 'Rejected' ? editRequest : { id: editRequest.request.id };
    }),
};
