import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { DiscussionPage, MarkRead, PostReply, RemoveReply } from '#lib/api/generated/operations.ts';
import { slugOf } from '#lib/ui/slug.ts';
import type { Actions, PageServerLoad } from './$types';

const PAGE = 20;

export const load: PageServerLoad = async (event) => {
  const { id, slug } = event.params;
  const page = Math.max(1, Number(event.url.searchParams.get('page')) || 1);
  const { discussion } = await api(event)(DiscussionPage, { id, from: (page - 1) * PAGE + 1 });
  const right = slugOf(discussion.title);
  if (slug !== right) redirect(308, `/discussions/${id}/${right}${event.url.search}`);

  const newest = discussion.replies.edges.at(-1)?.node.number ?? 0;
  // Without scripts, opening the page is reading it; with them, the browser knows better what was seen.
  if (event.locals.viewer && newest > discussion.readTo) {
    await api(event)(MarkRead, { input: { clientMutationId: crypto.randomUUID(), discussionId: id, number: newest } });
  }
  return { discussion, page, pages: Math.max(1, Math.ceil(discussion.lastNumber / PAGE)), fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  reply: async (event) => {
    if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
    const sent = await sentBy(event.request);
    const discussionId = event.params.id;
    const { postReply } = await api(event)(PostReply, {
      input: {
        clientMutationId: sent.clientMutationId, discussionId, body: sent.text('body'), lang: sent.text('lang') || 'en',
        inReplyTo: sent.number('inReplyTo'),
      },
    });
    if (postReply.__typename === 'Rejected') return refuse(sent, postReply.problems);
    const { number } = postReply.reply;
    redirect(303, `/discussions/${discussionId}/${event.params.slug ?? ''}?page=${Math.ceil(number / PAGE)}#reply-${number}`);
  },

  remove: async (event) => {
    const sent = await sentBy(event.request);
    const { removeReply } = await api(event)(RemoveReply, {
      input: { clientMutationId: sent.clientMutationId, replyId: sent.text('replyId') },
    });
    if (removeReply.__typename === 'Rejected') return refuse(sent, removeReply.problems);
  },
};
