import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { sentBy } from '#lib/api/form.ts';
import {
  InviteExperts,
  MatchesPage,
  WhomYouMiss,
  WhyNotHere,
  type WhomYouMissQuery,
} from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const { searchParams } = event.url;
  const { request } = await api(event)(MatchesPage, { id: event.params.id });
  // Whoever may not see matches sees no such page.
  if (!request.viewerCan.seeMatches) error(404, { message: '' });
  const who = searchParams.get('who')?.trim() ?? '';
  return {
    request,
    who,
    missed: who ? await whyNotHere(event, event.params.id, who) : null,
    done: searchParams.get('done'),
    fresh: crypto.randomUUID(),
  };
};

type Person = WhomYouMissQuery['people']['edges'][number]['node'];

interface Missed {
  person: Person | null;
  says: string[];
  /** Several are called so: which of them? */
  others: Person[];
}

/** By name as people say it, or by the name in the address of their profile. */
async function whyNotHere(event: RequestEvent, id: string, who: string): Promise<Missed> {
  const handle = who.replace(/^.*\/people\//, '').replace(/^@/, '');
  const { people } = await api(event)(WhomYouMiss, { search: handle.slice(0, 100) });
  const found = people.edges.map(({ node }) => node);
  const person =
    found.find((each) => each.handle === handle.toLowerCase()) ?? (found.length === 1 ? found[0] : null);
  if (!person) {
    const says =
      found.length > 0 ? `Whom of these do you mean by “${who}”?` : `There is nobody here named “${who}”.`;
    return { person: null, says: [says], others: found };
  }
  const { request } = await api(event)(WhyNotHere, { id, personId: person.id });
  return { person, says: request.whyNotHere, others: [] };
}

export const actions: Actions = {
  invite: async (event) => {
    const sent = await sentBy(event.request);
    const { id } = event.params;
    const personIds = [...new Set(sent.texts('personIds'))];
    const shown = { values: sent.values, chosen: personIds };
    if (!event.locals.viewer) return fail(422, { ...shown, problems: signedOut(sent).data.problems });
    const { inviteExperts } = await api(event)(InviteExperts, {
      input: {
        clientMutationId: sent.clientMutationId,
        requestId: id,
        personIds,
        message: sent.text('message'),
        overrideReason: sent.text('overrideReason'),
      },
    });
    if (inviteExperts.__typename === 'Rejected')
      return fail(422, { ...shown, problems: inviteExperts.problems });
    redirect(303, `/requests/${id}/matches?done=${personIds.length}`);
  },
};
