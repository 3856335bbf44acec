import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import {
  HomeRequests,
  HomeStaffRequests,
  type RequestCardFragment,
  type RequestFitFragment,
} from '#lib/api/generated/operations.ts';
import { toDo } from './to-do.ts';

export interface RequestsAtHome {
  audience: 'visitor' | 'member' | 'staff';
  requests: (RequestCardFragment & Partial<RequestFitFragment> & { todo?: string | null })[];
  kinds: { code: string; name: string }[];
  now: string;
}

/** What the front page says of requests: open ones to visitors, fitting ones to members, blocked ones to staff. */
export async function requestsAtHome(event: RequestEvent): Promise<RequestsAtHome> {
  const { viewer } = event.locals;
  const now = new Date().toISOString();
  if (viewer && viewer.role !== 'MEMBER') return { audience: 'staff', ...(await blocked(event, now)), now };

  const forMe = viewer !== null;
  const filter = forMe ? 'FOR_ME' : 'OPEN';
  const { requests, contributionTypes } = await api(event)(HomeRequests, { filter, forMe });
  return {
    audience: forMe ? 'member' : 'visitor',
    requests: requests.edges.map(({ node }) => node),
    kinds: contributionTypes,
    now,
  };
}

async function blocked(
  event: RequestEvent,
  now: string,
): Promise<Pick<RequestsAtHome, 'requests' | 'kinds'>> {
  const { requests, contributionTypes } = await api(event)(HomeStaffRequests, {});
  const watched = requests.edges.map(({ node }) => ({ ...node, todo: toDo(node, now) }));
  return { requests: watched.filter(({ todo }) => todo !== null), kinds: contributionTypes };
}
