import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { AdminStrand, ArchiveStrand, RenameStrand } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { adminsOnly } from '#lib/people/doors.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  adminsOnly(event);
  const { strand } = await api(event)(AdminStrand, { slug: event.params.slug });
  return { strand, fresh: crypto.randomUUID(), freshToArchive: crypto.randomUUID() };
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
    // A change elsewhere belongs to the whole form: there is no box to go to.
    const problems = renameStrand.problems.map((problem) =>
      problem.field === 'version' ? { ...problem, field: null } : problem,
    );
    return refuse(sent, problems);
  },

  archive: async (event) => {
    const sent = await sentBy(event.request);
    const { archiveStrand } = await api(event)(ArchiveStrand, {
      input: { clientMutationId: sent.clientMutationId, strandId: sent.text('strandId') },
    });
    if (archiveStrand.__typename === 'Rejected') return refuse(sent, archiveStrand.problems);
    redirect(303, '/admin/strands');
  },
};
