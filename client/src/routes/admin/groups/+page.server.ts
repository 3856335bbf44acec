import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { AdminGroups, ApproveGroup, ChangeGroupState } from '#lib/api/generated/operations.ts';
import { staffOnly } from '#lib/people/doors.ts';
import type { Actions, PageServerLoad } from './$types';
import { viewAsked } from './views.ts';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  const { role } = staffOnly(event);
  const view = viewAsked(event.url);
  const after = event.url.searchParams.get('after');
  const { groups } = await api(event)(AdminGroups, {
    after,
    proposed: view === 'proposed',
    archived: view === 'archived',
  });
  return { groups, view, isAdmin: role === 'ADMIN', isFirst: !after, fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  approve: async (event) => {
    const sent = await sentBy(event.request);
    const { approveGroup } = await api(event)(ApproveGroup, {
      input: { clientMutationId: sent.clientMutationId, groupId: sent.text('groupId') },
    });
    if (approveGroup.__typename === 'Rejected') return refuse(sent, approveGroup.problems);
    redirect(303, '/admin/groups');
  },

  turnDown: async (event) => {
    const sent = await sentBy(event.request);
    const { changeGroupState } = await api(event)(ChangeGroupState, {
      input: {
        clientMutationId: sent.clientMutationId,
        groupId: sent.text('groupId'),
        version: sent.number('version') ?? 0,
        state: 'ARCHIVED',
        reason: sent.text('reason'),
      },
    });
    if (changeGroupState.__typename === 'Rejected') return refuse(sent, changeGroupState.problems);
    redirect(303, '/admin/groups');
  },
};
