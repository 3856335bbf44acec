import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import {
  AdminPeople,
  AdminVerifyPerson,
  ChangeRole,
  SuspendPerson,
  type Role,
} from '#lib/api/generated/operations.ts';
import { adminsOnly } from '#lib/people/doors.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  adminsOnly(event);
  const asked = event.url.searchParams;
  const after = asked.get('after');
  const search = asked.get('search')?.trim() || null;
  const suspended = asked.get('view') === 'suspended';
  const { people } = await api(event)(AdminPeople, { after, search, suspended });
  return { people, search, suspended, isFirst: !after, fresh: crypto.randomUUID() };
};

const ROLES: readonly Role[] = ['MEMBER', 'STAFF', 'ADMIN'];

export const actions: Actions = {
  verify: async (event) => {
    const sent = await sentBy(event.request);
    const { verifyPerson } = await api(event)(AdminVerifyPerson, {
      input: {
        clientMutationId: sent.clientMutationId,
        personId: sent.text('personId'),
        verified: sent.text('verified') === 'yes',
      },
    });
    if (verifyPerson.__typename === 'Rejected') return refuse(sent, verifyPerson.problems);
    redirect(303, backTo(event.url));
  },

  role: async (event) => {
    const sent = await sentBy(event.request);
    const role = ROLES.find((value) => value === sent.text('role')) ?? 'MEMBER';
    const { changeRole } = await api(event)(ChangeRole, {
      input: {
        clientMutationId: sent.clientMutationId,
        personId: sent.text('personId'),
        role,
        reason: sent.text('reason'),
      },
    });
    if (changeRole.__typename === 'Rejected') return refuse(sent, changeRole.problems);
    redirect(303, backTo(event.url));
  },

  suspend: async (event) => {
    const sent = await sentBy(event.request);
    const { suspendPerson } = await api(event)(SuspendPerson, {
      input: {
        clientMutationId: sent.clientMutationId,
        personId: sent.text('personId'),
        suspended: sent.text('suspended') === 'yes',
        reason: sent.text('reason'),
      },
    });
    if (suspendPerson.__typename === 'Rejected') return refuse(sent, suspendPerson.problems);
    redirect(303, backTo(event.url));
  },
};

/** The same search, without the name of the form that was sent. */
function backTo(url: URL): string {
  const kept = new URLSearchParams([...url.searchParams].filter(([key]) => !key.startsWith('/')));
  return kept.size ? `${url.pathname}?${kept}` : url.pathname;
}
