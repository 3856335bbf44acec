import type { Ask } from './load.ts';
import type { Scene } from './viewer.ts';

/** A pair that is measured in turns: the hub may cost so many times what it is held against. */
export interface Case {
  name: string;
  bar: number;
  ask: Ask;
  against: Ask;
  /** Requests in a round, of the hub and of the other. */
  times: [number, number];
  /** Which process serves the other. */
  by: 'bare' | 'page' | 'hub';
}

const LIST = `query BenchList($of: ID!) { discussions(groupId: $of, first: 50) {
  edges { node { id title summary kind lastNumber replyCount unreadCount readTo startedAt latestAt closedAt
    startedBy { id handle displayName role isVerified } } }
  pageInfo { hasNextPage endCursor } } }`;

const DISCUSSION = `query BenchDiscussion($of: ID!) { discussion(id: $of) {
  id title summary lastNumber readTo startedAt
  replies(first: 20) {
    edges { node { id number html inReplyTo lang postedAt editedAt removedAt version
      author { id handle displayName role isVerified } } }
    pageInfo { hasNextPage endCursor } } } }`;

// What is shared between visitors lasts a second, so their rounds are longer than that.
const MANY: [number, number] = [8_000, 400];
const SOME: [number, number] = [400, 400];

export interface Origins {
  hub: string;
  bare: string;
  page: string;
}

export function cases({ hub, bare, page }: Origins, scene: Scene): Case[] {
  const { cookie } = scene;
  const plain = (path: string, of: string, first: number) => ({
    url: `${path}?of=${of}&for=${scene.personId}&first=${first}`,
  });
  const list = { url: `${hub}/graphql`, body: { query: LIST, variables: { of: scene.groupId } } };
  const discussion = {
    url: `${hub}/graphql`,
    body: { query: DISCUSSION, variables: { of: scene.discussionId } },
  };
  const listPage = { url: hub + scene.groupPath };
  const discussionPage = { url: hub + scene.discussionPath };
  const rows = {
    list: plain(`${bare}/list`, scene.groupId, 50),
    discussion: plain(`${bare}/discussion`, scene.discussionId, 20),
    listPage: plain(`${page}/list`, scene.groupId, 20),
    discussionPage: plain(`${page}/discussion`, scene.discussionId, 20),
  };
  const member = (ask: Ask) => ({ ask: { ...ask, cookie }, times: SOME });
  const visitor = (ask: Ask) => ({ ask, times: MANY });
  return [
    { name: 'GraphQL, 50 discussions, signed in', bar: 1.8, ...member(list), against: rows.list, by: 'bare' },
    { name: 'GraphQL, 50 discussions, visitor', bar: 0.4, ...visitor(list), against: rows.list, by: 'bare' },
    {
      name: 'GraphQL, 20 replies, signed in',
      bar: 1.8,
      ...member(discussion),
      against: rows.discussion,
      by: 'bare',
    },
    {
      name: 'GraphQL, 20 replies, visitor *',
      bar: 0.4,
      ...visitor(discussion),
      against: rows.discussion,
      by: 'bare',
    },
    { name: 'Page, list of 20, signed in', bar: 2, ...member(listPage), against: rows.listPage, by: 'page' },
    { name: 'Page, list of 20, visitor', bar: 0.5, ...visitor(listPage), against: rows.listPage, by: 'page' },
    {
      name: 'Page, 20 replies, signed in',
      bar: 2,
      ...member(discussionPage),
      against: rows.discussionPage,
      by: 'page',
    },
    {
      name: 'Page, 20 replies, visitor *',
      bar: 0.5,
      ...visitor(discussionPage),
      against: rows.discussionPage,
      by: 'page',
    },
    {
      name: 'Page 1,000 of 20,000 replies against page 1',
      bar: 1.1,
      ...member({ url: `${hub}${scene.longPath}?page=1000` }),
      against: { url: hub + scene.longPath, cookie },
      by: 'hub',
    },
  ];
}
