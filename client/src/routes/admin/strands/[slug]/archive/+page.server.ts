import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { ArchiveStrand } from '#lib/api/generated/operations.ts';
import { strandToRun } from '../strand.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => ({
  strand: await strandToRun(event),
  fresh: crypto.randomUUID(),
});

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const { archiveStrand } = await api(event)(ArchiveStrand, {
      input: {
        clientMutationId: sent.clientMutationId,
        strandId: sent.text('strandId'),
        reason: sent.text('reason'),
      },
    });
    if (archiveStrand.__typename === 'Rejected') return refuse(sent, archiveStrand.problems);
    redirect(303, '/admin/strands');
  },
};
