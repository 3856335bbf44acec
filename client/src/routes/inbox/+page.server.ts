import { redirect } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy } from '#lib/api/form.ts';
import { InboxPage, MarkAllDone, MarkNotifications } from '#lib/api/generated/operations.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer) redirect(303, signInThenBack(event.url));
  const asked = event.url.searchParams;
  const isDone = asked.get('view') === 'done';
  const after = asked.get('after');
  const { inbox } = await api(event)(InboxPage, { after, filter: isDone ? 'DONE' : 'OPEN' });

  // Seen in the inbox is read; it stays to do until the viewer is done with it.
  const ids = inbox.edges.filter(({ node }) => !node.readAt && !node.doneAt).map(({ node }) => node.id);
  if (ids.length) {
    await api(event)(MarkNotifications, {
      input: { clientMutationId: crypto.randomUUID(), ids, done: false },
    });
  }
  return {
    inbox,
    isDone,
    isFirst: !after,
    fresh: crypto.randomUUID(),
    freshForAll: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  /** One by its own button, or those ticked: done, or back to do. */
  mark: async (event) => {
    const sent = await sentBy(event.request);
    const one = sent.text('one');
    const ids = one ? [one] : sent.texts('ids');
    if (ids.length === 0) {
      return refuse(sent, [
        { code: 'BLANK', field: 'ids', message: 'Tick at least one, then choose again.' },
      ]);
    }
    const { markNotifications } = await api(event)(MarkNotifications, {
      input: { clientMutationId: sent.clientMutationId, ids, done: sent.text('done') === 'yes' },
    });
    if (markNotifications.__typename === 'Rejected') return refuse(sent, markNotifications.problems);
    redirect(303, sent.text('done') === 'yes' ? '/inbox' : '/inbox?view=done');
  },

  all: async (event) => {
    const sent = await sentBy(event.request);
    const { markAllDone } = await api(event)(MarkAllDone, {
      input: { clientMutationId: sent.clientMutationId },
    });
    if (markAllDone.__typename === 'Rejected') return refuse(sent, markAllDone.problems);
    redirect(303, '/inbox');
  },
};
