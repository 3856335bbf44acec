import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy, type Refusal } from '#lib/api/form.ts';
import { SplitChoices, SplitGroup } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { groupToLead } from '#lib/groups/lead.ts';
import { groupPath } from '#lib/groups/paths.ts';
import { PRIVACIES } from '#lib/groups/privacy.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  const group = await groupToLead(event, 'split');
  const { discussions, group: held } = await api(event)(SplitChoices, {
    groupId: group.id,
    slug: group.slug,
  });
  return {
    group,
    discussions: discussions.edges.map(({ node }) => node),
    members: held.members.edges.map(({ node }) => node),
    hasMore: discussions.pageInfo.hasNextPage || held.members.pageInfo.hasNextPage,
    mayAddStrand: event.locals.viewer?.role === 'ADMIN' && group.privacy === 'OPEN',
    fresh: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const [discussionIds, personIds] = [sent.texts('discussionIds'), sent.texts('personIds')];
    const again = ({ status, data }: ActionFailure<Refusal>) =>
      fail(status, { ...data, discussionIds, personIds });
    if (!event.locals.viewer) return again(signedOut(sent));
    const { splitGroup } = await api(event)(SplitGroup, {
      input: {
        clientMutationId: sent.clientMutationId,
        groupId: sent.text('groupId'),
        name: sent.text('name'),
        purpose: sent.text('purpose'),
        privacy: PRIVACIES.find((level) => level === sent.text('privacy')) ?? null,
        asStrand: sent.text('asStrand') === 'yes',
        discussionIds,
        personIds,
        reason: sent.text('reason'),
      },
    });
    if (splitGroup.__typename === 'Rejected') return again(refuse(sent, splitGroup.problems));
    redirect(303, splitGroup.group ? groupPath(splitGroup.group) : '/strands');
  },
};
