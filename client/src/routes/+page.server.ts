import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import {
  HomeGuest,
  HomeMember,
  HomeStaff,
  type HomePlacesFragment,
  type Topic,
} from '#lib/api/generated/operations.ts';
import type { PageServerLoad } from './$types';
import { boardOf } from './board.ts';
import { topMatches } from './top-matches.ts';

/** What the front page is: what the hub is for, what fits a member, or what waits for staff. */
export const load: PageServerLoad = async (event) => {
  const now = new Date().toISOString();
  const { viewer } = event.locals;
  if (!viewer) return { face: 'guest' as const, now, ...(await guest(event)) };
  return viewer.role === 'MEMBER'
    ? { face: 'member' as const, now, ...(await member(event)) }
    : { face: 'staff' as const, now, ...(await staff(event)) };
};

async function guest(event: RequestEvent) {
  const { strands, recentOutcomes, requests, contributionTypes } = await api(event)(HomeGuest, {});
  return { strands, outcomes: recentOutcomes, requests: nodesOf(requests), kinds: contributionTypes };
}

async function member(event: RequestEvent) {
  const answer = await api(event)(HomeMember, {});
  const { topics } = answer.notificationChoices;
  const isWanted = (topic: Topic) => topics.some((choice) => choice.topic === topic && choice.inHub);
  return {
    briefing: answer.briefing ?? null,
    reports: answer.reportsWaiting,
    steps: answer.firstSteps,
    inbox: answer.inboxCounts,
    requests: topMatches(nodesOf(answer.requests)),
    kinds: answer.contributionTypes,
    showsFitting: isWanted('MATCHED_REQUEST'),
    showsUnread: isWanted('STRAND_DIGEST'),
    places: placesOf(answer),
  };
}

async function staff(event: RequestEvent) {
  const answer = await api(event)(HomeStaff, {});
  return {
    briefing: answer.briefing ?? null,
    board: boardOf(answer.desk),
    reports: answer.reportsWaiting,
    inbox: answer.inboxCounts,
    places: placesOf(answer),
  };
}

export type Places = ReturnType<typeof placesOf>;

function placesOf({ recentOutcomes, strands, groups, discussions }: HomePlacesFragment) {
  return {
    outcomes: recentOutcomes,
    strands,
    groups: nodesOf(groups),
    unread: nodesOf(discussions).map((discussion) => ({ ...discussion, group: discussion.group.name })),
    hasMoreUnread: discussions.pageInfo.hasNextPage,
  };
}

function nodesOf<Node>({ edges }: { edges: readonly { node: Node }[] }): Node[] {
  return edges.map(({ node }) => node);
}
