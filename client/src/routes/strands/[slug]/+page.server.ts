import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { GroupTalk, StrandGroups, StrandPage } from '#lib/api/generated/operations.ts';
import { viewAsked } from '#lib/groups/discussion-views.ts';
import { membershipActions } from '#lib/groups/membership.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const ask = api(event);
  const { strand } = await ask(StrandPage, { slug: event.params.slug });
  if (strand.slug !== event.params.slug) redirect(308, `/strands/${strand.slug}${event.url.search}`);

  const { view, filter, kind, after } = viewAsked(event.url);
  const [talk, { groups, requests, contributionTypes }] = await Promise.all([
    ask(GroupTalk, { groupId: strand.homeGroup.id, filter, kind, after, isVisitor: !event.locals.viewer }),
    ask(StrandGroups, { strandId: strand.id }),
  ]);
  return {
    strand,
    talk,
    groups: groups.edges.map(({ node }) => node),
    requests: requests.edges.map(({ node }) => node),
    hasMoreRequests: requests.pageInfo.hasNextPage,
    kinds: contributionTypes,
    now: new Date().toISOString(),
    shown: { view, kind },
    fresh: crypto.randomUUID(),
  };
};

export const actions: Actions = membershipActions;
