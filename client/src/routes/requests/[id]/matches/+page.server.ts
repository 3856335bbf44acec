import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { sentBy } from '#lib/api/form.ts';
import {
  InviteExperts,
  MatchesPage,
  RevealMatches,
  WhomYouMiss,
  WhyNotHere,
  type Band,
  type WhomYouMissQuery,
  type WhyNotHereQuery,
} from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { deed } from '#lib/requests/deed.ts';
import { words as say } from '#lib/say/generated/matches.ts';
import type { Actions, PageServerLoad } from './$types';

const FIRST = 20;
const MOST = 100;
const BANDS = ['STRONG', 'GOOD', 'POSSIBLE'];

export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const { searchParams } = event.url;
  const asked = searchParams.get('band')?.toUpperCase() ?? '';
  const band = BANDS.includes(asked) ? (asked as Band) : null;
  const country = searchParams.get('country')?.toUpperCase() || null;
  const first = searchParams.get('show') === 'all' ? MOST : FIRST;
  const { request } = await api(event)(MatchesPage, { id: event.params.id, first, band, country });
  // Whoever may not see matches sees no such page.
  if (!request.viewerCan.seeMatches) error(404, { message: '' });
  const who = searchParams.get('who')?.trim() ?? '';
  return {
    request,
    band,
    country,
    more: first < MOST && request.matches.found > first ? moreOf(searchParams) : null,
    who,
    missed: who ? await whyNotHere(event, event.params.id, who) : null,
    done: searchParams.get('done'),
    fresh: crypto.randomUUID(),
  };
};

/** The same list, longer. */
function moreOf(asked: URLSearchParams): string {
  const more = new URLSearchParams(asked);
  for (const name of ['who', 'done']) more.delete(name);
  more.set('show', 'all');
  return `?${more}`;
}

type Person = WhomYouMissQuery['people']['edges'][number]['node'];

interface Missed {
  person: Person | null;
  says: string[];
  /** Several are called so: which of them? */
  others: Person[];
  standing: WhyNotHereQuery['request']['standing'];
}

/** By name as people say it, or by the name in the address of their profile. */
async function whyNotHere(event: RequestEvent, id: string, who: string): Promise<Missed> {
  const handle = who.replace(/^.*\/people\//, '').replace(/^@/, '');
  const { people } = await api(event)(WhomYouMiss, { search: handle.slice(0, 100) });
  const found = people.edges.map(({ node }) => node);
  const person =
    found.find((each) => each.handle === handle.toLowerCase()) ?? (found.length === 1 ? found[0] : null);
  if (!person) {
    const says = found.length > 0 ? say.whichOfThese({ who }) : say.nobodyNamed({ who });
    return { person: null, says: [says], others: found, standing: null };
  }
  const { request } = await api(event)(WhyNotHere, { id, personId: person.id });
  return { person, says: request.whyNotHere, others: [], standing: request.standing };
}

export const actions: Actions = {
  reveal: deed(RevealMatches, ({ requestId }) => ({ requestId })),
  invite: async (event) => {
    const sent = await sentBy(event.request);
    const { id } = event.params;
    const matchKeys = [...new Set(sent.texts('matchKeys'))];
    const personIds = sent.texts('personIds');
    const shown = { values: sent.values, chosen: matchKeys };
    if (!event.locals.viewer) return fail(422, { ...shown, problems: signedOut(sent).data.problems });
    const { inviteExperts } = await api(event)(InviteExperts, {
      input: {
        clientMutationId: sent.clientMutationId,
        requestId: id,
        personIds,
        matchKeys,
        message: sent.text('message'),
        overrideReason: sent.text('overrideReason'),
      },
    });
    if (inviteExperts.__typename === 'Rejected')
      return fail(422, { ...shown, problems: inviteExperts.problems });
    redirect(303, `/requests/${id}/matches?done=${matchKeys.length + personIds.length}`);
  },
  compare: async (event) => {
    const chosen = [...new Set((await sentBy(event.request)).texts('matchKeys'))];
    if (chosen.length >= 2 && chosen.length <= 3) {
      const asked = chosen.map((key, at) => `${'abc'[at]}=${encodeURIComponent(key)}`).join('&');
      redirect(303, `/requests/${event.params.id}/compare?${asked}`);
    }
    const problems = [{ code: 'NOT_VALID', field: 'personIds', message: say.chooseToCompare() }];
    return fail(422, { values: {} as Record<string, string>, chosen, problems });
  },
};
