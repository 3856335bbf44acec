import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { ApprovePerson, RefusePerson, WaitingPeople } from '#lib/api/generated/operations.ts';
import { staffOnly } from '#lib/people/doors.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const csr = false;

const HOME = '/admin/people/waiting';

export const load: PageServerLoad = async (event) => {
  const { role } = staffOnly(event);
  const asked = event.url.searchParams;
  const after = asked.get('after');
  const refused = asked.get('view') === 'refused';
  const { peopleWaiting, waitingPeople } = await api(event)(WaitingPeople, { refused, after });
  return {
    refused,
    count: peopleWaiting,
    people: waitingPeople,
    isAdmin: role === 'ADMIN',
    isFirst: !after,
    done: asked.get('done'),
    fresh: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  approve: async (event) => {
    const sent = await sentBy(event.request);
    const { approvePerson } = await api(event)(ApprovePerson, {
      input: { clientMutationId: sent.clientMutationId, personId: sent.text('personId') },
    });
    if (approvePerson.__typename === 'Rejected') return refuse(sent, approvePerson.problems);
    redirect(303, `${HOME}?done=approved`);
  },

  refuse: async (event) => {
    const sent = await sentBy(event.request);
    const { refusePerson } = await api(event)(RefusePerson, {
      input: {
        clientMutationId: sent.clientMutationId,
        personId: sent.text('personId'),
        reason: sent.text('reason'),
      },
    });
    if (refusePerson.__typename === 'Rejected') return refuse(sent, refusePerson.problems);
    redirect(303, `${HOME}?done=refused`);
  },
};
