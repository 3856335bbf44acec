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
  return { token: url.searchParams.get('token') ?? '', again: withNext('/sign-in/link', url) };
};

export const actions: Actions = {
  send: async (event) => {
    const sent = await sentBy(event.request);
    const email = sent.text('email').trim();
    const answered = { values: { email }, isSent: false, isLapsed: false };
    const refused = (problems: Problem[], status = 422) => fail(status, { ...answered, problems });
    const blanks = blank('email', email, say.writeEmail());
    if (blanks.length > 0) return refused(blanks);

    const next = nextPath(event.url, '');
    const answer = await askEntry(event, '/sign-in/magic-link', { email, metadata: { next } });
    if (!answer.ok) {
      const refusal = await refusalOf(answer);
      if (refusal.status === 429) return refused([refusal], 429);
      return refused([{ code: refusal.code, field: 'email', message: say.badEmail() }]);
    }
    // The same answer whether or not there is such an account.
    return { ...answered, problems: [], isSent: true };
  },

  open: async (event) => {
    const sent = await sentBy(event.request);
    const asked = new URLSearchParams({ token: sent.text('token'), callbackURL: '/' });
    const answer = await askEntry(event, `/magic-link/verify?${asked}`, null, 'GET');
    const isIn = answer.headers.getSetCookie().some((line) => /session_token=[^;]/.test(line));
    if (isIn) {
      await takePreferences(event);
      redirect(303, nextPath(event.url));
    }
    const problem = { code: 'TOO_LATE', field: null, message: say.linkLapsed() };
    return fail(422, { values: { email: '' }, isSent: false, isLapsed: true, problems: [problem] });
  },
};
