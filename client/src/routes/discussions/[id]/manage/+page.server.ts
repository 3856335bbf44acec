import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api, signInThenBack } from '#lib/api/api.ts';
import { refuse, sentBy, type Sent } from '#lib/api/form.ts';
import {
  CloseDiscussion,
  GroupsToMoveTo,
  ManageDiscussionPage,
  MoveDiscussion,
  RenameDiscussion,
  ReopenDiscussion,
  WriteContext,
  type WhyFragment,
} from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { isKind } from '#lib/groups/kinds.ts';
import { discussionPath } from '#lib/groups/paths.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  if (!event.locals.viewer && event.request.method === 'GET') redirect(303, signInThenBack(event.url));
  const ask = api(event);
  const { discussion } = await ask(ManageDiscussionPage, { id: event.params.id });
  const groups = discussion.viewerCan.move ? (await ask(GroupsToMoveTo, {})).groups.edges : [];
  return {
    discussion,
    back: discussionPath(discussion),
    groups: groups.map(({ node }) => node).filter(({ id }) => id !== discussion.group.id),
    fresh: crypto.randomUUID(),
  };
};

type Event = RequestEvent<{ id: string }>;
type Ask = ReturnType<typeof api>;
interface Ids {
  clientMutationId: string;
  discussionId: string;
}
type Did = { did: { __typename: string } & Partial<WhyFragment> };

/** Sends one form; when all is well, back to the discussion, which may have another address now. */
function doing(send: (ask: Ask, ids: Ids, sent: Sent) => Promise<Did>) {
  return async (event: Event) => {
    const sent = await sentBy(event.request);
    if (!event.locals.viewer) return signedOut(sent);
    const ask = api(event);
    const ids = { clientMutationId: sent.clientMutationId, discussionId: event.params.id };
    const { did } = await send(ask, ids, sent);
    if (did.problems) return refuse(sent, did.problems);
    const { discussion } = await ask(ManageDiscussionPage, { id: event.params.id });
    return redirect(303, discussionPath(discussion));
  };
}

export const actions: Actions = {
  rename: doing((ask, ids, sent) => {
    const kind = sent.text('kind');
    const version = sent.number('nameVersion') ?? 0;
    return ask(RenameDiscussion, {
      input: { ...ids, version, title: sent.text('title'), kind: isKind(kind) ? kind : 'DISCUSSION' },
    });
  }),
  summarise: doing((ask, ids, sent) =>
    ask(WriteContext, {
      input: { ...ids, version: sent.number('version') ?? 0, context: sent.text('context') },
    }),
  ),
  close: doing((ask, ids, sent) => ask(CloseDiscussion, { input: { ...ids, note: sent.text('note') } })),
  reopen: doing((ask, ids) => ask(ReopenDiscussion, { input: ids })),
  move: doing((ask, ids, sent) => ask(MoveDiscussion, { input: { ...ids, groupId: sent.text('groupId') } })),
};
