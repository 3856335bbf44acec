import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { GroupMerger, MergeGroups, MergeTargets } from '#lib/api/generated/operations.ts';
import { groupToLead } from '#lib/groups/lead.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  const group = await groupToLead(event, 'merge');
  if (group.homeOf) redirect(303, `/strands/${group.homeOf}`);
  const ask = api(event);
  const { groups, strands } = await ask(MergeTargets, {});
  const all = [...groups.edges.map(({ node }) => node), ...strands.map(({ homeGroup }) => homeGroup)];
  const targets = all.filter((one) => one.viewerCan.lead && one.id !== group.id);

  const chosen = targets.find(({ slug }) => slug === event.url.searchParams.get('into'));
  const merger = chosen
    ? (await ask(GroupMerger, { sourceId: group.id, targetId: chosen.id })).groupMerger
    : null;
  return { group, targets, merger, fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const { mergeGroups } = await api(event)(MergeGroups, {
      input: {
        clientMutationId: sent.clientMutationId,
        sourceId: sent.text('sourceId'),
        targetId: sent.text('targetId'),
        reason: sent.text('reason'),
      },
    });
    if (mergeGroups.__typename === 'Rejected') return refuse(sent, mergeGroups.problems);
    redirect(303, `/groups/${mergeGroups.group.slug}`);
  },
};
