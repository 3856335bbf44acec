import { fail, redirect } from '@sveltejs/kit';
import { blank, enter } from '#lib/api/entry.ts';
import { sentBy } from '#lib/api/form.ts';
import { nextPath, withNext } from '#lib/api/next.ts';
import { takePreferences } from '#lib/people/preferences.ts';
import { words as say } from '#lib/say/generated/account.ts';
import type { Problem } from '#lib/ui/problem.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.viewer) redirect(303, nextPath(url));
  return { signIn: withNext('/sign-in', url) };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const code = sent.text('code').replace(/\s/g, '');
    const refused = (problem: Problem, status = 422) => fail(status, { problems: [problem] });
    const [missing] = blank('code', code, say.writeCode());
    if (missing) return refused(missing);

    const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
    const refusal = await enter(event, path, { code, trustDevice: sent.text('trust') === 'yes' });
    if (!refusal) {
      await takePreferences(event);
      redirect(303, nextPath(event.url));
    }
    if (refusal.status === 429) return refused(refusal, 429);
    const isOver = OVER.has(refusal.code);
    return refused({
      code: refusal.code,
      field: isOver ? null : 'code',
      message: isOver ? say.codeLapsed() : say.codeRefused(),
    });
  },
};

const OVER = new Set([
  'INVALID_TWO_FACTOR_COOKIE',
  'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE',
  'ACCOUNT_TEMPORARILY_LOCKED',
]);
