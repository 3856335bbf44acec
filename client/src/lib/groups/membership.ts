import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { JoinGroup, LeaveGroup } from '#lib/api/generated/operations.ts';

/** Joining and leaving, for every page that shows a group. */
export const membershipActions = {
  join: async (event: RequestEvent) => {
    const sent = await sentBy(event.request);
    const { joinGroup } = await api(event)(JoinGroup, {
      input: { clientMutationId: sent.clientMutationId, groupId: sent.text('groupId') },
    });
    if (joinGroup.__typename === 'Rejected') return refuse(sent, joinGroup.problems);
    redirect(303, event.url.pathname);
  },

  leave: async (event: RequestEvent) => {
    const sent = await sentBy(event.request);
    const { leaveGroup } = await api(event)(LeaveGroup, {
      input: { clientMutationId: sent.clientMutationId, groupId: sent.text('groupId') },
    });
    if (leaveGroup.__typename === 'Rejected') return refuse(sent, leaveGroup.problems);
    // Whoever leaves a confidential group may no longer know of it.
    redirect(303, leaveGroup.group ? event.url.pathname : '/strands');
  },
};
