import { fail, redirect } from '@sveltejs/kit';
import { blank, enter } from '#lib/api/entry.ts';
import { sentBy } from '#lib/api/form.ts';
import type { Actions, PageServerLoad } from './$types';
import { needsViewer } from '../door.ts';

export const load: PageServerLoad = (event) => needsViewer(event);

// The shortest password the hub takes; it says so itself when asked, one fault at a time.
const SHORTEST = 10;

export const actions: Actions = {
  change: async (event) => {
    const sent = await sentBy(event.request);
    const [currentPassword, newPassword] = [sent.text('currentPassword'), sent.text('newPassword')];
    const tooShort = newPassword.length > 0 && newPassword.length < SHORTEST;
    const problems = [
      ...blank('currentPassword', currentPassword, 'Write your current password.'),
      ...blank('newPassword', newPassword, 'Write a new password.'),
      ...(tooShort
        ? [{ code: 'OUT_OF_RANGE', field: 'newPassword', message: `Use at least ${SHORTEST} characters.` }]
        : []),
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
};

/** The library's codes, at the box they are about and in our words. */
function placed(code: string, message: string): { field: string | null; message: string } {
  if (code === 'INVALID_PASSWORD')
    return { field: 'currentPassword', message: 'This is not your current password.' };
  if (code === 'PASSWORD_TOO_SHORT')
    return { field: 'newPassword', message: `Use at least ${SHORTEST} characters.` };
  if (code === 'PASSWORD_TOO_LONG') return { field: 'newPassword', message: 'Use at most 200 characters.' };
  if (code === 'UNAUTHORIZED')
    return { field: null, message: 'You have been signed out. Sign in, then change it.' };
  return { field: null, message };
}
