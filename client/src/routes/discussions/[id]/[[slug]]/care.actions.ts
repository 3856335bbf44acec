import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { AcceptAnswer, FollowDiscussion, TakeAnswerBack, ThankReply } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { replyPlace } from '#lib/groups/paths.ts';

type Event = RequestEvent<{ id: string }>;

// Done twice they are as done once, so each sending has an id of its own.
const fresh = () => ({ clientMutationId: crypto.randomUUID() });

/** What a page without scripts sends of thanks, following and answers. */
export const careActions = {
  thank: async (event: Event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const input = { ...fresh(), replyId: sent.text('replyId'), thanks: sent.text('thanks') !== 'no' };
    const { thankReply } = await api(event)(ThankReply, { input });
    if (thankReply.__typename === 'Rejected') return refuse(sent, thankReply.problems);
    return redirect(303, event.url.pathname + replyPlace(thankReply.reply.number));
  },

  follow: async (event: Event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const input = { ...fresh(), discussionId: event.params.id, follow: sent.text('follow') !== 'no' };
    const { followDiscussion } = await api(event)(FollowDiscussion, { input });
    if (followDiscussion.__typename === 'Rejected') return refuse(sent, followDiscussion.problems);
    const page = event.url.searchParams.get('page');
    return redirect(303, event.url.pathname + (page ? `?page=${page}` : ''));
  },

  accept: async (event: Event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { acceptAnswer } = await api(event)(AcceptAnswer, {
      input: { ...fresh(), replyId: sent.text('replyId') },
    });
    if (acceptAnswer.__typename === 'Rejected') return refuse(sent, acceptAnswer.problems);
    return redirect(303, `${event.url.pathname}#answer`);
  },

  takeBack: async (event: Event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { takeAnswerBack } = await api(event)(TakeAnswerBack, {
      input: { ...fresh(), discussionId: event.params.id },
    });
    if (takeAnswerBack.__typename === 'Rejected') return refuse(sent, takeAnswerBack.problems);
    return redirect(303, event.url.pathname);
  },
};
