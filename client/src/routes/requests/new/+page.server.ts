import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { DraftRequest, NewRequestPage } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  const { viewer } = event.locals;
  if (!viewer) redirect(303, signInThenBack(event.url));
  const { programmes } = await api(event)(NewRequestPage, {});
  return {
    programmes: programmes.filter(({ viewerCan }) => viewerCan.postRequest),
    fresh: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  draft: async (event) => {
    const sent = await sentBy(event.request);
    const { viewer } = event.locals;
    if (!viewer) return signedOut(sent);
    const { clientMutationId } = sent;
    const { timeZone } = viewer;
    const { draftRequest: drafted } = await api(event)(DraftRequest, {
      input: { clientMutationId, timeZone, title: sent.text('title'), programmeId: sent.text('programmeId') },
    });
    if (drafted.__typename === 'Rejected') return refuse(sent, drafted.problems);
    redirect(303, `/requests/${drafted.request.id}/edit?done=drafted`);
  },
};
