import { fail, redirect } from '@sveltejs/kit';
import { blank, enter } from '#lib/api/entry.ts';
import { sentBy } from '#lib/api/form.ts';
import { words as say } from '#lib/say/generated/account.ts';
import type { Problem } from '#lib/ui/problem.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ token: url.searchParams.get('token') ?? '' });

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const newPassword = sent.text('password');
    const refused = (problems: Problem[], status = 422) => fail(status, { problems });
    const blanks = blank('password', newPassword, say.writeNewPassword());
    if (blanks.length > 0) return refused(blanks);

    const refusal = await enter(event, '/reset-password', { newPassword, token: sent.text('token') });
    if (refusal?.status === 429) return refused([refusal], 429);
    if (refusal) return refused([problemOf(refusal.code)]);
    redirect(303, '/sign-in');
  },
};

function problemOf(code: string): Problem {
  if (code === 'PASSWORD_TOO_SHORT') {
    return { code: 'OUT_OF_RANGE', field: 'password', message: say.tooShort() };
  }
  return code === 'PASSWORD_TOO_LONG'
    ? { code: 'TOO_LONG', field: 'password', message: say.tooLong() }
    : {
        code: 'TOO_LATE',
        field: null,
        message: say.linkLapsed(),
      };
}
