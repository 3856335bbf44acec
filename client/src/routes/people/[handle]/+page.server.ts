import { isHttpError, redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { PersonPage, VerifyPerson } from '#lib/api/generated/operations.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  try {
    const { person, contributionTypes } = await api(event)(PersonPage, {
      handle: event.params.handle,
      after: event.url.searchParams.get('after') || null,
    });
    // Told by the server, so that the page says the same before and after its scripts arrive.
    return { person, contributionTypes, fresh: crypto.randomUUID(), now: new Date().toISOString() };
  } catch (closed) {
    // A visitor may see more once signed in; every name is answered so, whether somebody has it or not.
    if (!event.locals.viewer && isHttpError(closed, 404)) redirect(303, signInThenBack(event.url));
    throw closed;
  }
};

export const actions: Actions = {
  verify: async (event) => {
    const sent = await sentBy(event.request);
    const { verifyPerson } = await api(event)(VerifyPerson, {
      input: {
        clientMutationId: sent.clientMutationId,
        personId: sent.text('personId'),
        verified: sent.text('verified') === 'yes',
      },
    });
    if (verifyPerson.__typename === 'Rejected') return refuse(sent, verifyPerson.problems);
    redirect(303, event.url.pathname);
  },
};
