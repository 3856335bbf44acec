import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { NewDiscussionPage, StartDiscussion, type DiscussionKind } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { discussionPath } from '#lib/groups/paths.ts';
import type { Actions, PageServerLoad } from './$types';

const KINDS: readonly DiscussionKind[] = ['DISCUSSION', 'QUESTION', 'ANNOUNCEMENT'];

export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer && event.request.method === 'GET') redirect(303, signInThenBack(event.url));
  const { group } = await api(event)(NewDiscussionPage, { slug: event.params.slug });
  if (group.slug !== event.params.slug) redirect(308, `/groups/${group.slug}/new`);
  return { group, fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { startDiscussion } = await api(event)(StartDiscussion, {
      input: {
        clientMutationId: sent.clientMutationId,
        groupId: sent.text('groupId'),
        title: sent.text('title'),
        body: sent.text('body'),
        lang: sent.text('lang') || 'en',
        kind: KINDS.find((kind) => kind === sent.text('kind')) ?? 'DISCUSSION',
      },
    });
    if (startDiscussion.__typename === 'Rejected') return refuse(sent, startDiscussion.problems);
    redirect(303, discussionPath(startDiscussion.discussion));
  },
};
