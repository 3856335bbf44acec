import { fail, redirect } from '@sveltejs/kit';
import { blank, enter } from '#lib/api/entry.ts';
import { sentBy } from '#lib/api/form.ts';
import type { Problem } from '#lib/ui/problem.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ token: url.searchParams.get('token') ?? '' });

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const newPassword = sent.text('password');
    const refused = (problems: Problem[], status = 422) => fail(status, { problems });
    const blanks = blank('password', newPassword, 'Write a new password.');
    if (blanks.length > 0) return refused(blanks);

    const refusal = await enter(event, '/reset-password', { newPassword, token: sent.text('token') });
    if (refusal?.status === 429) return refused([refusal], 429);
    if (refusal) return refused([problemOf(refusal.code)]);
    redirect(303, '/sign-in');
  },
};

function problemOf(code: string): Problem {
  if (code === 'PASSWORD_TOO_SHORT') {
    return { code: 'OUT_OF_RANGE', field: 'password', message: 'Use at least 10 characters.' };
  }
  return code === 'PASSWORD_TOO_LONG'
    ? { code: 'TOO_LONG', field: 'password', message: 'Use at most 200 characters.' }
    : {
        code: 'TOO_LATE',
        field: null,
        message: 'This link was used before or has lapsed. Ask for a new one.',
      };
}
