import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy, type Sent } from '#lib/api/form.ts';
import {
  InviteMember,
  LetIn,
  MakeLead,
  MembersPage,
  PeopleToInvite,
  RemoveMember,
} from '#lib/api/generated/operations.ts';
import type { Problem } from '#lib/ui/problem.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const ask = api(event);
  const { slug } = event.params;
  const { group } = await ask(MembersPage, { slug, after: event.url.searchParams.get('after') });
  if (group.slug !== slug) redirect(308, `/groups/${group.slug}/members${event.url.search}`);

  const sought = event.url.searchParams.get('invite')?.trim() ?? '';
  const found =
    sought && group.viewerCan.lead ? (await ask(PeopleToInvite, { search: sought })).people.edges : [];
  return { group, sought, found: found.map(({ node }) => node), fresh: crypto.randomUUID() };
};

interface Act {
  clientMutationId: string;
  groupId: string;
  personId: string;
}
type Outcome = { __typename: string; problems?: Problem[] };

/** What a lead does with one person; afterwards the list is shown as it then is. */
function acting(act: (event: RequestEvent, input: Act, sent: Sent) => Promise<Outcome>) {
  return async (event: RequestEvent) => {
    const sent = await sentBy(event.request);
    const { clientMutationId } = sent;
    const outcome = await act(
      event,
      { clientMutationId, groupId: sent.text('groupId'), personId: sent.text('personId') },
      sent,
    );
    if (outcome.problems) return refuse(sent, outcome.problems);
    redirect(303, event.url.pathname);
  };
}

export const actions: Actions = {
  letIn: acting(async (event, input) => (await api(event)(LetIn, { input })).letIn),
  invite: acting(async (event, input) => (await api(event)(InviteMember, { input })).inviteMember),
  remove: acting(async (event, input) => (await api(event)(RemoveMember, { input })).removeMember),
  lead: acting(async (event, input, sent) => {
    const lead = sent.text('lead') === 'yes';
    return (await api(event)(MakeLead, { input: { ...input, lead } })).makeLead;
  }),
};
