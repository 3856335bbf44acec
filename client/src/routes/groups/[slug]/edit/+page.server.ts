import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, sentBy, type Sent } from '#lib/api/form.ts';
import {
  ChangeGroupState,
  ChangePrivacy,
  RenameGroup,
  type GroupState,
} from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { groupToLead } from '#lib/groups/lead.ts';
import { PRIVACIES } from '#lib/groups/privacy.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  const group = await groupToLead(event, 'edit');
  // A strand's home group is changed with its strand.
  if (group.homeOf) redirect(303, `/strands/${group.homeOf}`);
  return { group, fresh: crypto.randomUUID() };
};

const STATES: readonly GroupState[] = ['ACTIVE', 'DORMANT', 'ARCHIVED'];

export const actions: Actions = {
  rename: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const { renameGroup } = await api(event)(RenameGroup, {
      input: { ...whichOf(sent), name: sent.text('name'), purpose: sent.text('purpose') },
    });
    if (renameGroup.__typename === 'Rejected') return refuse(sent, renameGroup.problems);
    redirect(303, `/groups/${renameGroup.group?.slug ?? event.params.slug}`);
  },

  privacy: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const privacy = PRIVACIES.find((level) => level === sent.text('privacy')) ?? 'CONFIDENTIAL';
    const { changePrivacy } = await api(event)(ChangePrivacy, {
      input: { ...whichOf(sent), privacy },
    });
    if (changePrivacy.__typename === 'Rejected') return refuse(sent, changePrivacy.problems);
    redirect(303, `/groups/${event.params.slug}`);
  },

  state: async (event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const state = STATES.find((one) => one === sent.text('state')) ?? 'ACTIVE';
    const { changeGroupState } = await api(event)(ChangeGroupState, {
      input: { ...whichOf(sent), state, reason: sent.text('reason') },
    });
    if (changeGroupState.__typename === 'Rejected') return refuse(sent, changeGroupState.problems);
    redirect(303, `/groups/${event.params.slug}`);
  },
};

/** The group as the person saw it. */
function whichOf(sent: Sent) {
  const { clientMutationId } = sent;
  return { clientMutationId, groupId: sent.text('groupId'), version: sent.number('version') ?? 0 };
}
