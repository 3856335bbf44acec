import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { ReportsPage, SettleReports, type Verdict } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { words as say } from '#lib/say/generated/reports.ts';
import type { Actions, PageServerLoad } from './$types';

/** Staff moderate what everybody reads, leads their own groups; for others nothing waits. */
export const load: PageServerLoad = async (event) => {
  const { viewer } = event.locals;
  if (!viewer && event.request.method === 'GET') redirect(303, signInThenBack(event.url));
  const asked = event.url.searchParams;
  const view = asked.get('view') === 'settled' ? 'SETTLED' : 'WAITING';
  const after = asked.get('after');
  const answer = await api(event)(ReportsPage, { view, after });
  return {
    view,
    role: viewer?.role ?? 'MEMBER',
    cursor: answer.moderationCursor ?? null,
    waiting: answer.reportsWaiting,
    reported: answer.reportedReplies,
    isFirst: !after,
    done: asked.get('done'),
    fresh: crypto.randomUUID(),
  };
};

const VERDICTS: readonly Verdict[] = ['KEPT', 'WARNED', 'REMOVED'];

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const replyId = sent.text('replyId');
    const verdict = VERDICTS.find((one) => one === sent.text('verdict'));
    if (!verdict) return refuse(sent, [{ code: 'BLANK', field: 'verdict', message: say.chooseVerdict() }]);
    const { settleReports } = await api(event)(SettleReports, {
      input: {
        clientMutationId: sent.clientMutationId,
        replyId,
        seen: sent.number('seen') ?? 0,
        verdict,
        reason: sent.text('reason'),
      },
    });
    if (settleReports.__typename === 'Rejected') return refuse(sent, settleReports.problems);
    redirect(303, `/admin/reports?done=${verdict}`);
  },
};
