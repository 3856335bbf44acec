import { api } from '#lib/api/api.ts';
import { HomePage, HomeUnread } from '#lib/api/generated/operations.ts';
import { requestsAtHome } from '#lib/requests/home-requests.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const ask = api(event);
  const [{ strands, groups }, requests] = await Promise.all([ask(HomePage, {}), requestsAtHome(event)]);
  const mine = groups.edges.map(({ node }) => node);
  if (!event.locals.viewer) return { strands, requests, mine: [], unread: [], hasMore: false };

  const { discussions } = await ask(HomeUnread, {});
  const unread = discussions.edges.map(({ node }) => ({ ...node, group: node.group.name }));
  return { strands, requests, mine, unread, hasMore: discussions.pageInfo.hasNextPage };
};
