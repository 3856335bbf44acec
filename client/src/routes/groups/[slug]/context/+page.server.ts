import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { EditContext } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { groupToLead } from '#lib/groups/lead.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => ({
  group: await groupToLead(event, 'context'),
  fresh: crypto.randomUUID(),
});

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { editContext } = await api(event)(EditContext, {
      input: {
        clientMutationId: sent.clientMutationId,
        groupId: sent.text('groupId'),
        version: sent.number('version') ?? 0,
        text: sent.text('text'),
      },
    });
    if (editContext.__typename === 'Rejected') return refuse(sent, editContext.problems);
    // The group's own page knows whether it is shown by a strand.
    redirect(303, `/groups/${event.params.slug}`);
  },
};
