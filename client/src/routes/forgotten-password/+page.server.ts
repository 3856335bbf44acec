import { fail } from '@sveltejs/kit';
import { blank, enter } from '#lib/api/entry.ts';
import { sentBy } from '#lib/api/form.ts';
import { words as say } from '#lib/say/generated/account.ts';
import type { Problem } from '#lib/ui/problem.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    const email = sent.text('email').trim();
    const refused = (problems: Problem[], status = 422) =>
      fail(status, { problems, values: { email }, isSent: false });
    const blanks = blank('email', email, say.writeEmail());
    if (blanks.length > 0) return refused(blanks);

    const refusal = await enter(event, '/request-password-reset', { email });
    if (refusal?.status === 429) return refused([refusal], 429);
    // The same answer whether or not there is such an account.
    return { problems: [], values: { email }, isSent: true };
  },
};
