import { fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { blank, enter } from '#lib/api/entry.ts';
import { sentBy } from '#lib/api/form.ts';
import { EraseSelf, LeavePage } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { words as say } from '#lib/say/generated/account.ts';
import type { Problem } from '#lib/ui/problem.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  const isLeft = event.url.searchParams.has('left');
  // Whoever has just left is a visitor, and is told so here.
  if (!event.locals.viewer && isLeft) return { hasPassword: false, isLeft, fresh: '' };
  const { account } = await api(event)(LeavePage, {});
  return { hasPassword: account.hasPassword, isLeft: false, fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const replies = sent.text('replies');
    // The password is never sent back to be shown again.
    const refused = (problems: Problem[]) => fail(422, { problems, values: { replies } });
    const chosen = replies === 'keep' || replies === 'remove';
    const problems = [
      ...(chosen ? [] : [{ code: 'BLANK', field: 'replies', message: say.leaveChoose() }]),
      ...(sent.text('hasPassword') === 'yes'
        ? blank('password', sent.text('password'), say.writePassword())
        : []),
    ];
    if (problems.length) return refused(problems);

    const { eraseSelf } = await api(event)(EraseSelf, {
      input: {
        clientMutationId: sent.clientMutationId,
        password: sent.text('password') || null,
        keepReplies: replies === 'keep',
      },
    });
    if (eraseSelf.__typename === 'Rejected') return refused([...eraseSelf.problems]);
    // The sessions are gone; this takes the cookies of this browser away too.
    await enter(event, '/sign-out', null);
    redirect(303, '/account/data/leave?left');
  },
};
