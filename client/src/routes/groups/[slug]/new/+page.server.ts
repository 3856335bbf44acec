import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { NewDiscussionPage, StartDiscussion, StartPreview } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { isKind } from '#lib/groups/kinds.ts';
import { discussionPath } from '#lib/groups/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer && event.request.method === 'GET') redirect(303, signInThenBack(event.url));
  const { group } = await api(event)(NewDiscussionPage, { slug: event.params.slug });
  if (group.slug !== event.params.slug) redirect(308, `/groups/${group.slug}/new`);
  // A search that found nothing comes here with its words.
  return { group, fresh: crypto.randomUUID(), suggestedTitle: event.url.searchParams.get('title') ?? '' };
};

export const actions: Actions = {
  start: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const kind = sent.text('kind');
    const { startDiscussion } = await api(event)(StartDiscussion, {
      input: {
        clientMutationId: sent.clientMutationId,
        groupId: sent.text('groupId'),
        title: sent.text('title'),
        body: sent.text('body'),
        lang: sent.text('lang') || 'en',
        kind: isKind(kind) ? kind : 'DISCUSSION',
      },
    });
    if (startDiscussion.__typename === 'Rejected') return refuse(sent, startDiscussion.problems);
    redirect(303, discussionPath(startDiscussion.discussion));
  },

  /** Shows how it will look, and what is there already. Nothing is kept. */
  preview: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const seen = await api(event)(StartPreview, {
      title: sent.text('title'),
      groupId: sent.text('groupId'),
      body: sent.text('body'),
    });
    return { problems: [], values: sent.values, preview: seen.preview, similar: seen.similarDiscussions };
  },
};
