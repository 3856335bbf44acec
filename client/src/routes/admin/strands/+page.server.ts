import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { AddStrand, AdminStrands, OrderStrands, RestoreStrand } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { adminsOnly } from '#lib/people/doors.ts';
import type { Actions, PageServerLoad } from './$types';
import { moved } from './order.ts';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  adminsOnly(event);
  const { strands, archived } = await api(event)(AdminStrands, {});
  return { strands, archived, fresh: crypto.randomUUID(), freshForOrder: crypto.randomUUID() };
};

export const actions: Actions = {
  order: async (event) => {
    const sent = await sentBy(event.request);
    const { orderStrands } = await api(event)(OrderStrands, {
      input: {
        clientMutationId: sent.clientMutationId,
        strandIds: moved(sent.texts('strandIds'), sent.text('up'), sent.text('down')),
      },
    });
    if (orderStrands.__typename === 'Rejected') return refuse(sent, wholeForm(orderStrands.problems));
    redirect(303, '/admin/strands');
  },

  restore: async (event) => {
    const sent = await sentBy(event.request);
    const { restoreStrand } = await api(event)(RestoreStrand, {
      input: { clientMutationId: sent.clientMutationId, strandId: sent.text('strandId') },
    });
    if (restoreStrand.__typename === 'Rejected') return refuse(sent, restoreStrand.problems);
    redirect(303, '/admin/strands');
  },

  add: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { addStrand } = await api(event)(AddStrand, {
      input: {
        clientMutationId: sent.clientMutationId,
        name: sent.text('name'),
        purpose: sent.text('purpose'),
      },
    });
    if (addStrand.__typename === 'Rejected') return refuse(sent, addStrand.problems);
    redirect(303, '/admin/strands');
  },
};

/** There is no box to go to. */
function wholeForm<Problem extends object>(problems: readonly Problem[]): (Problem & { field: null })[] {
  return problems.map((problem) => ({ ...problem, field: null }));
}
