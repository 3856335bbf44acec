import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { AdminStrandGroups, OrderGroups, RenameStrand } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { moved } from '../order.ts';
import type { Actions, PageServerLoad } from './$types';
import { strandToRun } from './strand.ts';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  const strand = await strandToRun(event);
  const { groups } = await api(event)(AdminStrandGroups, { strandId: strand.id });
  return {
    strand,
    groups: groups.edges.map(({ node }) => node),
    fresh: crypto.randomUUID(),
    freshForOrder: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  rename: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { renameStrand } = await api(event)(RenameStrand, {
      input: {
        clientMutationId: sent.clientMutationId,
        strandId: sent.text('strandId'),
        version: sent.number('version') ?? 0,
        name: sent.text('name'),
        purpose: sent.text('purpose'),
      },
    });
    if (renameStrand.__typename !== 'Rejected') redirect(303, '/admin/strands');
    return refuse(sent, renameStrand.problems);
  },

  order: async (event) => {
    const sent = await sentBy(event.request);
    const { orderGroups } = await api(event)(OrderGroups, {
      input: {
        clientMutationId: sent.clientMutationId,
        strandId: sent.text('strandId'),
        groupIds: moved(sent.texts('groupIds'), sent.text('up'), sent.text('down')),
      },
    });
    if (orderGroups.__typename !== 'Rejected') redirect(303, event.url.pathname);
    return refuse(
      sent,
      orderGroups.problems.map((problem) => ({ ...problem, field: null })),
    );
  },
};
