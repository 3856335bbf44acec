import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import {
  InboxPage,
  InboxTally,
  MarkAllDone,
  TriageInbox,
  type Triage,
} from '#lib/api/generated/operations.ts';
import type { Actions, PageServerLoad } from './$types';
import { isSnooze, snoozedUntil } from './snooze.ts';
import { TABS, tabWord, type TabWord } from './tabs.ts';

export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const asked = event.url.searchParams;
  const after = asked.get('after');
  const tab = tabWord(asked.get('view')) ?? (await firstTab(event));
  const { inboxThings, inboxCounts } = await api(event)(InboxPage, { tab: TABS[tab], after });

  // Seen in the inbox is no longer new; it waits until the viewer is done with it.
  const seen = inboxThings.edges.filter(({ node }) => node.unread > 0).map(({ node }) => node.id);
  if (seen.length > 0 && (tab === 'reply' || tab === 'updates')) {
    await api(event)(TriageInbox, {
      input: { clientMutationId: crypto.randomUUID(), things: seen, act: 'READ' },
    });
  }
  return {
    tab,
    things: inboxThings.edges.map(({ node }) => node),
    older: inboxThings.pageInfo.hasNextPage ? inboxThings.pageInfo.endCursor : null,
    counts: inboxCounts,
    did: asked.get('did'),
    isFirst: !after,
    fresh: crypto.randomUUID(),
    freshForAll: crypto.randomUUID(),
  };
};

/** What needs a reply comes first, as long as anything does. */
async function firstTab(event: RequestEvent): Promise<TabWord> {
  const { inboxCounts } = await api(event)(InboxTally, {});
  return inboxCounts.needsReply > 0 ? 'reply' : 'updates';
}

/** What is done with one thing by its own button, or with all that are ticked. */
const triage = (act: Triage) => async (event: RequestEvent) => {
  const sent = await sentBy(event.request);
  const one = sent.text('one');
  const chosen = sent.text('until');
  const snooze = one || !isSnooze(chosen) ? 'tomorrow' : chosen;
  const zone = event.locals.viewer?.timeZone ?? 'UTC';
  const { triageInbox } = await api(event)(TriageInbox, {
    input: {
      clientMutationId: sent.clientMutationId,
      things: one ? [one] : sent.texts('things'),
      act,
      ...(act === 'SNOOZE' && { until: snoozedUntil(snooze, new Date(), zone) }),
    },
  });
  if (triageInbox.__typename === 'Rejected') return refuse(sent, triageInbox.problems);
  const view = tabWord(event.url.searchParams.get('view'));
  redirect(303, `/inbox?${new URLSearchParams({ ...(view && { view }), did: act.toLowerCase() })}`);
};

export const actions: Actions = {
  done: triage('DONE'),
  back: triage('BACK'),
  snooze: triage('SNOOZE'),
  mute: triage('MUTE'),
  unmute: triage('UNMUTE'),

  all: async (event) => {
    const sent = await sentBy(event.request);
    const view = tabWord(event.url.searchParams.get('view'));
    const { markAllDone } = await api(event)(MarkAllDone, {
      input: { clientMutationId: sent.clientMutationId, ...(view && { tab: TABS[view] }) },
    });
    if (markAllDone.__typename === 'Rejected') return refuse(sent, markAllDone.problems);
    redirect(303, `/inbox?${new URLSearchParams({ ...(view && { view }), did: 'done' })}`);
  },
};
