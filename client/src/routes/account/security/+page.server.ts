import { fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { blank, enter } from '#lib/api/entry.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { EndOtherSessions, EndSession, SecurityPage } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { words as say } from '#lib/say/generated/account.ts';
import { needsViewer } from '../door.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  needsViewer(event);
  const asked = event.url.searchParams;
  const shown = {
    saved: asked.get('saved'),
    ended: Number(asked.get('ended') ?? 0),
    fresh: crypto.randomUUID(),
  };
  // A form sent after the session ended is shown again: nothing of the account is told then.
  if (!event.locals.viewer) return { ...shown, account: null };
  return { ...shown, account: (await api(event)(SecurityPage, {})).account };
};

const SHORTEST = 10;

export const actions: Actions = {
  change: async (event) => {
    const sent = await sentBy(event.request);
    const [currentPassword, newPassword] = [sent.text('currentPassword'), sent.text('newPassword')];
    const tooShort = newPassword.length > 0 && newPassword.length < SHORTEST;
    const problems = [
      ...blank('currentPassword', currentPassword, say.writeCurrentPassword()),
      ...blank('newPassword', newPassword, say.writeNewPassword()),
      ...(tooShort ? [{ code: 'OUT_OF_RANGE', field: 'newPassword', message: say.tooShort() }] : []),
    ];
    if (problems.length) return fail(422, { problems });

    const refusal = await enter(event, '/change-password', {
      currentPassword,
      newPassword,
      revokeOtherSessions: true,
    });
    if (!refusal) redirect(303, '/account?saved=password');
    return fail(refusal.status, {
      problems: [{ code: refusal.code, ...placed(refusal.code, refusal.message) }],
    });
  },

  end: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { endSession } = await api(event)(EndSession, {
      input: { clientMutationId: sent.clientMutationId, sessionId: sent.text('sessionId') },
    });
    if (endSession.__typename === 'Rejected') return refuse(sent, endSession.problems);
    redirect(303, '/account/security?saved=ended');
  },

  endOthers: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { endOtherSessions } = await api(event)(EndOtherSessions, {
      input: { clientMutationId: sent.clientMutationId },
    });
    if (endOtherSessions.__typename === 'Rejected') return refuse(sent, endOtherSessions.problems);
    redirect(303, `/account/security?ended=${endOtherSessions.ended}`);
  },
};

/** The library's codes, at the box they are about and in our words. */
function placed(code: string, message: string): { field: string | null; message: string } {
  if (code === 'INVALID_PASSWORD') return { field: 'currentPassword', message: say.notYourPassword() };
  if (code === 'PASSWORD_TOO_SHORT') return { field: 'newPassword', message: say.tooShort() };
  if (code === 'PASSWORD_TOO_LONG') return { field: 'newPassword', message: say.tooLong() };
  if (code === 'UNAUTHORIZED') return { field: null, message: say.signedOutWhile() };
  return { field: null, message };
}
