import { error, fail, isHttpError, redirect, type RequestEvent } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { sentBy } from '#lib/api/form.ts';
import { InviteExperts, MatchesPage, WhomYouMiss, WhyNotHere } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

const PAGE = 20;
const MOST = 100;

export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const { searchParams } = event.url;
  const first = Math.min(MOST, Math.max(PAGE, Math.trunc(Number(searchParams.get('show'))) || PAGE));
  const { request } = await api(event)(MatchesPage, { id: event.params.id, first });
  // Whoever may not see matches sees no such page.
  if (!request.viewerCan.seeMatches) error(404, { message: '' });
  const who = searchParams.get('who')?.trim() ?? '';
  return {
    request,
    who,
    missed: who ? await whyNotHere(event, event.params.id, who) : null,
    more: request.matches.remaining > first && first < MOST ? Math.min(MOST, first + PAGE) : null,
    done: searchParams.get('done'),
    fresh: crypto.randomUUID(),
  };
};

interface Missed {
  person: { id: string; handle: string; displayName: string } | null;
  says: string[];
}

/** People are asked for as they are named in addresses; whoever types "@imani" or a whole address means the same. */
async function whyNotHere(event: RequestEvent, id: string, who: string): Promise<Missed> {
  const handle = who
    .replace(/^.*\/people\//, '')
    .replace(/^@/, '')
    .trim()
    .toLowerCase();
  try {
    const { person } = await api(event)(WhomYouMiss, { handle });
    const { request } = await api(event)(WhyNotHere, { id, personId: person.id });
    return { person, says: request.whyNotHere };
  } catch (fault) {
    if (isHttpError(fault, 404)) return { person: null, says: [`There is nobody here named “${who}”.`] };
    throw fault;
  }
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
