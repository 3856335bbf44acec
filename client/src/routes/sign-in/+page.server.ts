import { fail, redirect } from '@sveltejs/kit';
import { askEntry, blank, refusalOf } from '#lib/api/entry.ts';
import { sentBy } from '#lib/api/form.ts';
import { nextPath, withNext } from '#lib/api/next.ts';
import { takePreferences } from '#lib/people/preferences.ts';
import { words as say } from '#lib/say/generated/account.ts';
import type { Problem } from '#lib/ui/problem.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.viewer) redirect(303, nextPath(url));
  return {
    signUp: withNext('/sign-up', url),
    link: withNext('/sign-in/link', url),
    isGoingOn: nextPath(url, '') !== '',
  };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const email = sent.text('email').trim();
    const password = sent.text('password');
    // The password is never sent back to be shown again.
    const refused = (problems: Problem[], status = 422) => fail(status, { problems, values: { email } });

    const blanks = [
      ...blank('email', email, say.writeEmail()),
      ...blank('password', password, say.writePassword()),
    ];
    if (blanks.length > 0) return refused(blanks);

    const answer = await askEntry(event, '/sign-in/email', { email, password });
    if (!answer.ok) {
      const refusal = await refusalOf(answer);
      if (refusal.status === 429) return refused([refusal], 429);
      // Said only to whoever knows the password.
      if (refusal.code === 'WAITING' || refusal.code === 'REFUSED')
        return refused([{ code: refusal.code, field: 'email', message: refusal.message }], 403);
      // One sentence, whether or not there is such an account.
      return refused([{ code: 'NOT_VALID', field: 'email', message: say.signInWrong() }]);
    }
    const said = (await answer.json()) as { twoFactorRedirect?: boolean };
    if (said.twoFactorRedirect) redirect(303, withNext('/sign-in/code', event.url));
    await takePreferences(event);
    redirect(303, nextPath(event.url));
  },
};
