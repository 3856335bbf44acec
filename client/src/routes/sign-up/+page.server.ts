import { fail, redirect } from '@sveltejs/kit';
import { blank, enter, type EntryRefusal } from '#lib/api/entry.ts';
import { sentBy, type Sent } from '#lib/api/form.ts';
import { nextPath, withNext } from '#lib/api/next.ts';
import { zoneOptions } from '#lib/people/zones.ts';
import type { Problem } from '#lib/ui/problem.ts';
import type { Actions, PageServerLoad } from './$types';

const SHORTEST_PASSWORD = 10;

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.viewer) redirect(303, nextPath(url));
  return { signIn: withNext('/sign-in', url), zones: zoneOptions('UTC'), shortest: SHORTEST_PASSWORD };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const [displayName, email, timeZone] = ['displayName', 'email', 'timeZone'].map((name) =>
      sent.text(name).trim(),
    );
    // The password is never sent back to be shown again.
    const values = { displayName, email, timeZone, conduct: sent.text('conduct') };
    const refused = (problems: Problem[], status = 422) => fail(status, { problems, values });

    const missing = whatIsMissing(sent);
    if (missing.length > 0) return refused(missing);

    const body = { name: displayName, email, timeZone, password: sent.text('password') };
    const refusal = await enter(event, '/sign-up/email', body);
    if (refusal) return refused([problemOf(refusal)], refusal.status);
    redirect(303, nextPath(event.url, '/strands?welcome'));
  },
};

function whatIsMissing(sent: Sent): Problem[] {
  const password = sent.text('password');
  const isKnown = zoneOptions('UTC').some(({ value }) => value === sent.text('timeZone'));
  return [
    ...blank('displayName', sent.text('displayName'), 'Write the name you go by.'),
    ...blank('email', sent.text('email'), 'Write your email address.'),
    ...blank('password', password, 'Choose a password.'),
    ...(password && password.length < SHORTEST_PASSWORD
      ? [
          {
            code: 'NOT_VALID',
            field: 'password',
            message: `Choose a password of at least ${SHORTEST_PASSWORD} characters.`,
          },
        ]
      : []),
    ...(isKnown
      ? []
      : [{ code: 'NOT_VALID', field: 'timeZone', message: 'Choose a time zone of the list.' }]),
    ...blank('conduct', sent.text('conduct'), 'Agree to the code of conduct to join.'),
  ];
}

/** What the sign-in library refused, at the field it is about. An address that is taken is not told apart. */
function problemOf({ code, message, status }: EntryRefusal): Problem {
  if (status === 429) return { code, message };
  if (code.startsWith('PASSWORD_')) return { code, field: 'password', message };
  if (code === 'INVALID_EMAIL' || code === 'VALIDATION_ERROR') {
    return { code, field: 'email', message: 'Write an email address such as name@example.org.' };
  }
  if (code.startsWith('USER_ALREADY_EXISTS') || code === 'FAILED_TO_CREATE_USER')
    return { code: 'NOT_VALID', field: 'email', message: NEUTRAL };
  return { code, field: 'displayName', message };
}

const NEUTRAL =
  'We could not create an account with this email address. If you have one already, sign in instead.';
