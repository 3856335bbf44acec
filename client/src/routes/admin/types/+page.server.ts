import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import {
  AddContributionType,
  AdminTypes,
  EditContributionType,
  OrderContributionTypes,
} from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { adminsOnly } from '#lib/people/doors.ts';
import { moved } from '../strands/order.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  adminsOnly(event);
  const { contributionTypes } = await api(event)(AdminTypes, {});
  return { types: contributionTypes, fresh: crypto.randomUUID(), freshForOrder: crypto.randomUUID() };
};

export const actions: Actions = {
  add: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { addContributionType } = await api(event)(AddContributionType, {
      input: { clientMutationId: sent.clientMutationId, name: sent.text('name') },
    });
    if (addContributionType.__typename === 'Rejected') return refuse(sent, addContributionType.problems);
    redirect(303, '/admin/types');
  },

  edit: async (event) => {
    const sent = await sentBy(event.request);
    const code = sent.text('code');
    const { editContributionType } = await api(event)(EditContributionType, {
      input: {
        clientMutationId: sent.clientMutationId,
        code,
        version: sent.number('version') ?? 0,
        name: sent.text(`name-${code}`),
        archived: sent.text('archived') === 'yes',
      },
    });
    if (editContributionType.__typename !== 'Rejected') redirect(303, '/admin/types');
    // Each type has a box of its own.
    const problems = editContributionType.problems.map((problem) =>
      problem.field === 'name' ? { ...problem, field: `name-${code}` } : problem,
    );
    return refuse(sent, problems);
  },

  order: async (event) => {
    const sent = await sentBy(event.request);
    const { orderContributionTypes } = await api(event)(OrderContributionTypes, {
      input: {
        clientMutationId: sent.clientMutationId,
        codes: moved(sent.texts('codes'), sent.text('up'), sent.text('down')),
      },
    });
    if (orderContributionTypes.__typename !== 'Rejected') redirect(303, '/admin/types');
    return refuse(
      sent,
      orderContributionTypes.problems.map((problem) => ({ ...problem, field: null })),
    );
  },
};
