import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { ReportReply, ReportReplyPage, type ReportReason } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { discussionPath, replyPlace } from '#lib/groups/paths.ts';
import { words as say } from '#lib/say/generated/tending.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
const REASONS: readonly ReportReason[] = ['PATIENT_DATA', 'UNSAFE', 'UNKIND', 'ADVERTISING', 'OTHER'];

export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer && event.request.method === 'GET') redirect(303, signInThenBack(event.url));
  const { reply } = await api(event)(ReportReplyPage, { id: event.params.id });
  return {
    reply,
    back: discussionPath(reply.discussion) + replyPlace(reply.number),
    isSent: event.url.searchParams.has('sent'),
    fresh: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const reason = REASONS.find((one) => one === sent.text('reason'));
    if (!reason) return refuse(sent, [{ code: 'BLANK', field: 'reason', message: say.reportChoose() }]);
    const { reportReply } = await api(event)(ReportReply, {
      input: {
        clientMutationId: sent.clientMutationId,
        replyId: event.params.id,
        reason,
        note: sent.text('note'),
      },
    });
    if (reportReply.__typename === 'Rejected') return refuse(sent, reportReply.problems);
    redirect(303, '?sent');
  },
};
