import { fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { askEntry, blank, enter, refusalOf, type EntryRefusal } from '#lib/api/entry.ts';
import { sentBy } from '#lib/api/form.ts';
import { SecurityPage } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/account.ts';
import { needsViewer } from '../../door.ts';
import { qrPath } from './qr.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  needsViewer(event);
  if (!event.locals.viewer) return { account: null };
  const { account } = await api(event)(SecurityPage, {});
  if (!account.hasPassword) redirect(303, '/account/security');
  return { account };
};

interface Begun {
  totpURI: string;
  backupCodes: string[];
}

/** What is shown while somebody adds the hub to their app. */
function shown({ totpURI, backupCodes }: Begun) {
  const key = new URL(totpURI).searchParams.get('secret') ?? '';
  return {
    uri: totpURI,
    key: key.match(/.{1,4}/g)?.join(' ') ?? key,
    codes: backupCodes,
    ...qrPath(totpURI),
  };
}

export const actions: Actions = {
  begin: async (event) => {
    const sent = await sentBy(event.request);
    const password = sent.text('password');
    const blanks = blank('password', password, say.writePassword());
    if (blanks.length) return fail(422, { problems: blanks });
    const answer = await askEntry(event, '/two-factor/enable', { password });
    if (!answer.ok) return refused(await refusalOf(answer));
    return { problems: [], begun: shown((await answer.json()) as Begun) };
  },

  confirm: async (event) => {
    const sent = await sentBy(event.request);
    const code = sent.text('code').replace(/\D/g, '');
    const begun = shown({ totpURI: sent.text('uri'), backupCodes: sent.text('codes').split(' ') });
    const blanks = blank('code', code, say.writeCode());
    if (blanks.length) return fail(422, { problems: blanks, begun });
    const refusal = await enter(event, '/two-factor/verify-totp', { code });
    if (!refusal) redirect(303, '/account/security?saved=step-on');
    const { status } = refusal;
    const message = status === 429 ? refusal.message : say.codeWrong();
    return fail(status, { problems: [{ code: refusal.code, field: 'code', message }], begun });
  },

  codes: async (event) => {
    const sent = await sentBy(event.request);
    const password = sent.text('password');
    const blanks = blank('password', password, say.writePassword());
    if (blanks.length) return fail(422, { problems: blanks });
    const answer = await askEntry(event, '/two-factor/generate-backup-codes', { password });
    if (!answer.ok) return refused(await refusalOf(answer));
    return { problems: [], codes: ((await answer.json()) as Begun).backupCodes };
  },

  off: async (event) => {
    const sent = await sentBy(event.request);
    const password = sent.text('password');
    const blanks = blank('password', password, say.writePassword());
    if (blanks.length) return fail(422, { problems: blanks });
    const refusal = await enter(event, '/two-factor/disable', { password });
    if (refusal) return refused(refusal);
    redirect(303, '/account/security?saved=step-off');
  },
};

function refused({ status, code, message }: EntryRefusal) {
  if (code === 'INVALID_PASSWORD')
    return fail(status, { problems: [{ code, field: 'password', message: say.notYourPassword() }] });
  const isOut = code === 'UNAUTHORIZED';
  return fail(status, { problems: [{ code, field: null, message: isOut ? say.signedOutWhile() : message }] });
}
