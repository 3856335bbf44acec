import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { DraftRequest, RequestChoices } from '#lib/api/generated/operations.ts';
import { choicesOf } from '#lib/requests/request-choices.ts';
import { addCriterion, saveRequest, type Shown } from '#lib/requests/save-request.ts';
import type { Actions, PageServerLoad } from './$types';

const EMPTY: Shown = { values: {}, strandIds: [], contributionTypes: [], rows: 3 };

export const load: PageServerLoad = async (event) => {
  const { viewer } = event.locals;
  if (!viewer) redirect(303, signInThenBack(event.url));
  const asked = await api(event)(RequestChoices, {});
  return { choices: choicesOf(asked, viewer.timeZone), empty: EMPTY, fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  add: addCriterion,
  save: (event) =>
    saveRequest(event, 'drafted', async (input) => {
      const { draftRequest } = await api(event)(DraftRequest, { input });
      return draftRequest.__typename === 'Rejected' ? draftRequest : { id: draftRequest.request.id };
    }),
};
