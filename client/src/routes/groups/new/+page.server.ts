import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy, type Refusal } from '#lib/api/form.ts';
import { ProposeGroup, ProposeGroupPage, type Privacy } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
const LEVELS: readonly Privacy[] = ['OPEN', 'RESTRICTED', 'PRIVATE', 'CONFIDENTIAL'];

export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer && event.request.method === 'GET') redirect(303, signInThenBack(event.url));
  const { strands } = await api(event)(ProposeGroupPage, {});
  const from = strands.find(({ slug }) => slug === event.url.searchParams.get('strand'));
  return { strands, from: from?.id ?? null, fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const strandIds = sent.texts('strandIds');
    const again = ({ status, data }: ActionFailure<Refusal>) => fail(status, { ...data, strandIds });
    if (!event.locals.viewer) return again(signedOut(sent));
    const { proposeGroup } = await api(event)(ProposeGroup, {
      input: {
        clientMutationId: sent.clientMutationId,
        name: sent.text('name'),
        purpose: sent.text('purpose'),
        privacy: LEVELS.find((level) => level === sent.text('privacy')) ?? 'OPEN',
        strandIds,
      },
    });
    if (proposeGroup.__typename === 'Rejected') return again(refuse(sent, proposeGroup.problems));
    redirect(303, `/groups/${proposeGroup.group.slug}`);
  },
};
