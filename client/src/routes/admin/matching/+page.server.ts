import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { AdminMatching, SetMatchingWeights } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { adminsOnly } from '#lib/people/doors.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and the form works without scripts. */
export const load: PageServerLoad = async (event) => {
  adminsOnly(event);
  const before = /^\d{1,9}$/.exec(event.url.searchParams.get('before') ?? '');
  const { matchingWeights } = await api(event)(AdminMatching, { before: before ? Number(before[0]) : null });
  const done = event.url.searchParams.has('done');
  return { weighing: matchingWeights, isFirst: !before, done, fresh: crypto.randomUUID() };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    // What is no whole number is refused in its box as one that is out of range.
    const percent = (field: string) => sent.number(field) ?? -1;
    const { setMatchingWeights } = await api(event)(SetMatchingWeights, {
      input: {
        clientMutationId: sent.clientMutationId,
        version: sent.number('version') ?? -1,
        topic: percent('topic'),
        preferred: percent('preferred'),
        country: percent('country'),
        contribution: percent('contribution'),
        availability: percent('availability'),
        fairLoad: percent('fairLoad'),
        reason: sent.text('reason'),
      },
    });
    if (setMatchingWeights.__typename !== 'Rejected') redirect(303, '/admin/matching?done');
    // There is no box for the version.
    const problems = setMatchingWeights.problems.map((problem) =>
      problem.field === 'version' ? { ...problem, field: null } : problem,
    );
    return refuse(sent, problems);
  },
};
