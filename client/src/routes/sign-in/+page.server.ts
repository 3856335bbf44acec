import { fail, redirect } from '@sveltejs/kit';
import { blank, enter } from '#lib/api/entry.ts';
import { sentBy } from '#lib/api/form.ts';
import { nextPath, withNext } from '#lib/api/next.ts';
import type { Problem } from '#lib/ui/problem.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.viewer) redirect(303, nextPath(url));
  return { signUp: withNext('/sign-up', url), isGoingOn: nextPath(url, '') !== '' };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const email = sent.text('email').trim();
    const password = sent.text('password');
    // The password is never sent back to be shown again.
    const refused = (problems: Problem[], status = 422) => fail(status, { problems, values: { email } });

    const blanks = [
      ...blank('email', email, 'Write your email address.'),
      ...blank('password', password, 'Write your password.'),
    ];
    if (blanks.length > 0) return refused(blanks);

    const refusal = await enter(event, '/sign-in/email', { email, password });
    if (refusal?.status === 429) return refused([refusal], 429);
    // One sentence, whether or not there is such an account.
    if (refusal) return refused([{ code: 'NOT_VALID', field: 'email', message: WRONG }]);
    redirect(303, nextPath(event.url));
  },
};

const WRONG = 'No account has this email address and password. Check both and try again.';
