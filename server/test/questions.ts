import { as, mutationOf, type Nested } from './as.ts';
import { cast, type Cast } from './cast.ts';
import { START, POST } from './talk.ts';

export const READ = `query ($id: ID!) { discussion(id: $id) { title kind closedAt isAnswered viewerFollows contextVersion
  context { html by { displayName } } answer { number by { displayName } reply { html } } closing { html by { displayName } }
  viewerCan { reply rename writeContext close reopen accept move } group { slug }
  replies(first: 20) { edges { node { thanksCount viewerThanked viewerCan { thank report accept } } } } } }`;

const SINCE = `query ($cursors: [CursorInput!]!) { feedSince(cursors: $cursors) { ... on Batch { events { type subject { __typename
  ... on FeedDiscussion { title kind contextHtml answerNumber closedAt closingNoteHtml answerBy { displayName } }
  ... on FeedThanks { replyId thanksCount thanksVersion } ... on Gone { id } } } } } }`;

/** A mutation by its name, and what it shows of the discussion. */
export const doing = (name: string, shows = 'discussion { id }') => mutationOf(name, shows);

interface Started {
  all: Cast;
  id: string;
  /** The reply by Meera, number 2. */
  replyId: string;
  cursor: unknown;
}

/** A question of Tendo's in the open group that Kofi leads, answered by Meera. */
export async function question(): Promise<Started> {
  const all = await cast();
  const { discussion } = await as(all.tendo).send(START, {
    groupId: all.technical.id,
    title: 'Which oxygen sensor lasts?',
    body: 'Ours fail in the wet season.',
    kind: 'QUESTION',
  });
  const id = String(discussion?.id);
  const { reply } = await as(all.meera).send(POST, { discussionId: id, body: 'The **ceramic** ones.' });
  const { discussion: now } = await as(all.tendo).run(
    `query ($id: ID!) { discussion(id: $id) { cursor { stream epoch seq } } }`,
    { id },
  );
  return { all, id, replyId: String(reply?.id), cursor: now?.cursor };
}

/** What everyone who reads the group hears after the cursor. */
export async function heard({ all, cursor }: Started, who = all.pemba) {
  const { feedSince } = await as(who).run(SINCE, { cursors: [cursor] });
  return (feedSince as unknown as { events?: Nested[] }[]).flatMap(({ events }) => events ?? []);
}

export const read = async (person: Cast['tendo'] | null, id: string) =>
  (await as(person).run(READ, { id })).discussion;
