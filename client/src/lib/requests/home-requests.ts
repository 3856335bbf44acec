import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { HomeRequests, type HomeRequestsQuery } from '#lib/api/generated/operations.ts';
import { toDo } from './to-do.ts';

type Request = HomeRequestsQuery['requests']['edges'][number]['node'];

export interface RequestsAtHome {
  audience: 'visitor' | 'member' | 'staff';
  requests: (Request & { todo: string | null })[];
  kinds: HomeRequestsQuery['contributionTypes'];
  now: string;
}

const SHOWN = 3;
const WATCHED = 50;

/** What the front page says of requests: open ones to visitors, fitting ones to members, blocked ones to staff. */
export async function requestsAtHome(event: RequestEvent): Promise<RequestsAtHome> {
  const { viewer } = event.locals;
  const forStaff = viewer !== null && viewer.role !== 'MEMBER';
  const forMe = viewer !== null && !forStaff;
  const now = new Date().toISOString();
  const { requests, contributionTypes } = await api(event)(HomeRequests, {
    first: forStaff ? WATCHED : SHOWN,
    filter: forStaff ? 'MINE' : forMe ? 'FOR_ME' : 'OPEN',
    forMe,
    forStaff,
  });
  const all = requests.edges.map(({ node }) => ({ ...node, todo: forStaff ? toDo(node, now) : null }));
  return {
    audience: forStaff ? 'staff' : forMe ? 'member' : 'visitor',
    requests: forStaff ? all.filter(({ todo }) => todo !== null) : all,
    kinds: contributionTypes,
    now,
  };
}
