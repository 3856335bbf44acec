import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { GroupPage, GroupTalk } from '#lib/api/generated/operations.ts';
import { viewAsked } from '#lib/groups/discussion-views.ts';
import { membershipActions } from '#lib/groups/membership.ts';
import { groupPath } from '#lib/groups/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const ask = api(event);
  const { group } = await ask(GroupPage, { slug: event.params.slug });
  // A name it had before, or the home group of a strand: the page is elsewhere.
  if (group.homeOf || group.slug !== event.params.slug) redirect(308, groupPath(group) + event.url.search);

  const { view, filter, kind, after } = viewAsked(event.url);
  const talk = await ask(GroupTalk, {
    groupId: group.id,
    filter,
    kind,
    after,
    isVisitor: !event.locals.viewer,
  });
  return { group, talk, shown: { view, kind }, fresh: crypto.randomUUID() };
};

export const actions: Actions = membershipActions;
