import { error, redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { EditReply, EditReplyPage } from '#lib/api/generated/operations.ts';
import { discussionPath, replyPlace } from '#lib/groups/paths.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const { reply } = await api(event)(EditReplyPage, { id: event.params.id });
  if (!reply.viewerCan.edit)
    error(403, { message: 'Only its author can edit a reply, and only while it stands.' });
  return {
    reply,
    back: discussionPath(reply.discussion) + replyPlace(reply.number),
    fresh: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const ask = api(event);
    const { editReply } = await ask(EditReply, {
      input: {
        clientMutationId: sent.clientMutationId,
        replyId: event.params.id,
        version: sent.number('version') ?? 0,
        body: sent.text('body'),
        lang: sent.text('lang') || null,
      },
    });
    if (editReply.__typename === 'Rejected') return refuse(sent, editReply.problems);
    const { reply } = await ask(EditReplyPage, { id: event.params.id });
    redirect(303, discussionPath(reply.discussion) + replyPlace(reply.number));
  },
};
