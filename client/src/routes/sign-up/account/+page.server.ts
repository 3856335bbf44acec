import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { askEntry, blank, refusalOf, type EntryRefusal } from '#lib/api/entry.ts';
import { sentBy } from '#lib/api/form.ts';
import { JoinChosen, ShowChosen, type ProfileField, type Visibility } from '#lib/api/generated/operations.ts';
import { hubOf } from '#lib/api/hub.ts';
import { nextPath } from '#lib/api/next.ts';
import { cookiesNow } from '#lib/people/preferences.ts';
import { PROFILE_FIELDS } from '#lib/people/words.ts';
import { words as say } from '#lib/say/generated/account.ts';
import { locale } from '#lib/say/locale.ts';
import type { Problem } from '#lib/ui/problem.ts';
import { atStep, forgetJoining, joiningIn, type Joining } from '../joining.ts';
import type { Actions, PageServerLoad } from './$types';

const SHORTEST = 10;

export const load: PageServerLoad = (event) => ({ step: atStep(event, 'account') });

export const actions: Actions = {
  default: async (event) => {
    atStep(event, 'account');
    const said = joiningIn(event);
    const sent = await sentBy(event.request);
    const email = sent.text('email').trim();
    const password = sent.text('password');
    // The password is never sent back to be shown again.
    const refused = (problems: Problem[], status = 422) => fail(status, { problems, values: { email } });

    const isShort = password !== '' && password.length < SHORTEST;
    const missing = [
      ...blank('email', email, say.writeEmail()),
      ...blank('password', password, say.choosePasswordNeeded()),
      ...(isShort ? [{ code: 'NOT_VALID', field: 'password', message: say.tooShort() }] : []),
    ];
    if (missing.length > 0) return refused(missing);

    const { displayName: name, timeZone } = said;
    const agreedAt = new Date().toISOString();
    const asked = { name, email, timeZone, password, agreedAt };
    const answer = await askEntry(event, '/sign-up/email', asked);
    if (!answer.ok) {
      const refusal = await refusalOf(answer);
      return refused([problemOf(refusal)], refusal.status);
    }
    const { token } = (await answer.json()) as { token: string | null };
    if (token === null) {
      forgetJoining(event);
      redirect(303, '/sign-up/waiting');
    }
    await settleIn(event, said);
    forgetJoining(event);
    redirect(303, nextPath(event.url, said.groups?.length ? '/' : '/strands?welcome'));
  },
};

/** What was chosen before there was somebody to choose for. An account without it is still an account. */
async function settleIn(event: RequestEvent, { groups = [], visibility }: Joining): Promise<void> {
  const hub = hubOf(event.platform);
  const cookie = cookiesNow(event);
  const send = (text: string, input: object) =>
    hub.execute(text, { input: { clientMutationId: crypto.randomUUID(), ...input } }, cookie, locale());
  for (const groupId of groups) await send(JoinChosen.text, { groupId });
  if (!visibility || visibility === 'MEMBERS') return;
  const fields = PROFILE_FIELDS.map(({ value }) => ({
    field: value as ProfileField,
    visibility: visibility as Visibility,
  }));
  await send(ShowChosen.text, { version: 0, fields });
}

/** What the sign-in library refused, at the field it is about. An address that is taken is not told apart. */
function problemOf({ code, message, status }: EntryRefusal): Problem {
  if (status === 429) return { code, message };
  if (code.startsWith('PASSWORD_')) return { code, field: 'password', message };
  if (code === 'INVALID_EMAIL' || code === 'VALIDATION_ERROR')
    return { code, field: 'email', message: say.badEmail() };
  if (code.startsWith('USER_ALREADY_EXISTS') || code === 'FAILED_TO_CREATE_USER')
    return { code: 'NOT_VALID', field: 'email', message: say.couldNot() };
  return { code, field: null, message };
}
