import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { ApproveGroup, ProposedGroups } from '#lib/api/generated/operations.ts';
import { staffOnly } from '#lib/people/doors.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  staffOnly(event);
  const after = event.url.searchParams.get('after');
  const { groups } = await api(event)(ProposedGroups, { after });
  return { groups, isFirst: !after, fresh: crypto.randomUUID() };
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
};
