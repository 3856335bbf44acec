import type { Page } from '@playwright/test';
import type { Examples } from './places.ts';

/** Asks the hub as whoever is signed in on this page. */
async function ask<T>(page: Page, query: string): Promise<T> {
  const { data, errors } = (await (await page.request.post('/graphql', { data: { query } })).json()) as {
    data: T;
    errors?: { message: string }[];
  };
  if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
  return data;
}

interface RequestLine {
  id: string;
  state: string;
  sensitivity: string;
}
const REQUESTS = (filter: string) =>
  `{ requests(filter: ${filter}, first: 50) { edges { node { id state sensitivity } } } }`;

async function requestsOf(page: Page, filter: string): Promise<RequestLine[]> {
  const { requests } = await ask<{ requests: { edges: { node: RequestLine }[] } }>(page, REQUESTS(filter));
  return requests.edges.map(({ node }) => node);
}

/** One of each thing that pages are about, as the demo community has them. */
export async function examplesFor(member: Page, staff: Page): Promise<Examples> {
  const { viewer, strands, discussions } = await ask<{
    viewer: { handle: string };
    strands: { slug: string; homeGroup: { slug: string } }[];
    discussions: { edges: { node: Discussion }[] };
  }>(
    member,
    `{ viewer { handle } strands { slug homeGroup { slug } }
       discussions(mine: true, first: 30) { edges { node { id group { slug privacy }
         replies(first: 30) { edges { node { id author { handle } } } } } } } }`,
  );
  const { groups } = await ask<{ groups: { edges: { node: { slug: string; privacy: string } }[] } }>(
    member,
    '{ groups(first: 50) { edges { node { slug privacy } } } }',
  );
  const open = discussions.edges.map(({ node }) => node).filter(({ group }) => group.privacy === 'OPEN');
  const replies = open.flatMap((one) => one.replies.edges.map(({ node }) => ({ ...node, in: one.id })));
  const own = there(replies.find(({ author }) => author.handle === viewer.handle));
  const others = there(replies.find(({ author }) => author.handle !== viewer.handle));
  const mine = await requestsOf(staff, 'MINE');
  const past = await requestsOf(member, 'PAST');
  const offered = await requestsOf(member, 'OPEN');
  return {
    strand: there(strands[0]).slug,
    group: there(strands[0]).homeGroup.slug,
    openGroup: there(groups.edges.find(({ node }) => node.privacy === 'OPEN')).node.slug,
    person: viewer.handle,
    discussion: others.in,
    ownReply: own.id,
    reply: others.id,
    openRequest: there(offered.find(({ sensitivity }) => sensitivity === 'PUBLIC')).id,
    draft: there(mine.find(({ state }) => state === 'DRAFT')).id,
    staffRequest: there(mine.find(({ state }) => state === 'OPEN')).id,
    plan: await planBy(staff),
    closedRequest: there(
      past.find(({ state, sensitivity }) => state === 'CLOSED' && sensitivity === 'PUBLIC'),
    ).id,
  };
}

/** The latest plan, or one asked for now. */
async function planBy(staff: Page): Promise<string> {
  const { plans } = await ask<{ plans: { id: string }[] }>(staff, '{ plans { id } }');
  if (plans[0]) return plans[0].id;
  const { makePlan } = await ask<{ makePlan: { plan?: { id: string } } }>(
    staff,
    `mutation { makePlan(input: { clientMutationId: "${crypto.randomUUID()}" }) {
      ... on MakePlanPayload { plan { id } } } }`,
  );
  return there(makePlan.plan).id;
}

interface Discussion {
  id: string;
  group: { slug: string; privacy: string };
  replies: { edges: { node: { id: string; author: { handle: string } } }[] };
}

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('The demo community lacks an example that a page is about.');
  return thing;
}
