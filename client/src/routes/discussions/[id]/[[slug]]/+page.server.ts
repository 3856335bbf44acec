import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import {
  DiscussionPage,
  MarkUnread,
  PostReply,
  Preview,
  RemoveReply,
  ReplyAnswered,
} from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { discussionPath, groupPath, REPLIES_A_PAGE, replyPlace } from '#lib/groups/paths.ts';
import type { Actions, PageServerLoad } from './$types';
import { careActions } from './care.actions.ts';
import { sharing } from './sharing.ts';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const page = numberAsked(event.url, 'page') ?? 1;
  const from = (page - 1) * REPLIES_A_PAGE + 1;
  const {
    discussion: { replies, ...discussion },
  } = await api(event)(DiscussionPage, { id, from, isVisitor: !event.locals.viewer });
  const path = discussionPath(discussion);
  if (event.url.pathname !== path) redirect(308, path + event.url.search);
  const pages = Math.max(1, Math.ceil(discussion.lastNumber / REPLIES_A_PAGE));
  if (page > pages) redirect(303, `${path}?page=${pages}`);

  return {
    discussion,
    replies: sharing(replies.edges.map(({ node }) => node)),
    page,
    pages,
    answered: await answered(event, discussion.lastNumber),
    fresh: { reply: crypto.randomUUID(), remove: crypto.randomUUID() },
  };
};

export const actions: Actions = {
  ...careActions,

  reply: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { postReply } = await api(event)(PostReply, {
      input: {
        clientMutationId: sent.clientMutationId,
        discussionId: event.params.id,
        body: sent.text('body'),
        lang: sent.text('lang') || 'en',
        inReplyTo: sent.number('inReplyTo'),
      },
    });
    if (postReply.__typename === 'Rejected') return refuse(sent, postReply.problems);
    redirect(303, event.url.pathname + replyPlace(postReply.reply.number));
  },

  remove: async (event) => {
    const sent = await sentBy(event.request);
    const { removeReply } = await api(event)(RemoveReply, {
      input: { clientMutationId: sent.clientMutationId, replyId: sent.text('replyId') },
    });
    if (removeReply.__typename === 'Rejected') return refuse(sent, removeReply.problems);
    redirect(303, event.url.pathname + replyPlace(removeReply.reply.number));
  },

  preview: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { preview } = await api(event)(Preview, { body: sent.text('body') });
    return { problems: [], values: sent.values, preview };
  },

  /** Leads to the list, where the discussion is unread again: staying here would read it. */
  unread: async (event) => {
    const sent = await sentBy(event.request);
    const { markUnread } = await api(event)(MarkUnread, {
      input: {
        clientMutationId: crypto.randomUUID(),
        discussionId: event.params.id,
        number: sent.number('number') ?? 0,
      },
    });
    if (markUnread.__typename === 'Rejected') return refuse(sent, markUnread.problems);
    redirect(303, groupPath(markUnread.discussion.group));
  },
};

/** The reply that the composer answers, when one was chosen. */
async function answered(event: RequestEvent<{ id: string }>, lastNumber: number) {
  const from = numberAsked(event.url, 'replyTo');
  if (!event.locals.viewer || !from || from > lastNumber) return null;
  const { discussion } = await api(event)(ReplyAnswered, { id: event.params.id, from });
  return discussion.replies.edges[0]?.node ?? null;
}

function numberAsked(url: URL, name: string): number | null {
  const asked = url.searchParams.get(name) ?? '';
  return /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) : null;
}
