import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { AdminStrands, MergeStrands, StrandMerger } from '#lib/api/generated/operations.ts';
import { strandToRun } from '../strand.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  const strand = await strandToRun(event);
  const ask = api(event);
  const { strands } = await ask(AdminStrands, {});
  const targets = strands.filter(({ id }) => id !== strand.id);
  const chosen = targets.find(({ slug }) => slug === event.url.searchParams.get('into'));
  const merger = chosen
    ? (await ask(StrandMerger, { sourceId: strand.id, targetId: chosen.id })).strandMerger
    : null;
  return { strand, targets, chosen: chosen ?? null, merger, fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const { mergeStrands } = await api(event)(MergeStrands, {
      input: {
        clientMutationId: sent.clientMutationId,
        sourceId: sent.text('sourceId'),
        targetId: sent.text('targetId'),
        reason: sent.text('reason'),
      },
    });
    if (mergeStrands.__typename === 'Rejected') return refuse(sent, mergeStrands.problems);
    redirect(303, `/strands/${mergeStrands.strand.slug}`);
  },
};
