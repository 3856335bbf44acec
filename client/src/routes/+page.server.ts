import { api } from '#lib/api/api.ts';
import { HomePage, HomeUnread } from '#lib/api/generated/operations.ts';
import { requestsAtHome } from '#lib/requests/home-requests.ts';
import type { PageServerLoad } from './$types';

const MOST = 8;

export const load: PageServerLoad = async (event) => {
  const ask = api(event);
  const [{ strands, groups }, requests] = await Promise.all([ask(HomePage, {}), requestsAtHome(event)]);
  const mine = groups.edges.map(({ node }) => node);
  if (!event.locals.viewer) return { strands, requests, mine: [], unread: [], hasMore: false };

  // Each place one belongs to is asked for what is unread there; the newest of all stand first.
  const joined = [
    ...strands
      .filter(({ homeGroup }) => homeGroup.membershipState === 'ACTIVE')
      .map(({ name, homeGroup }) => ({ name, id: homeGroup.id })),
    ...mine,
  ];
  const answers = await Promise.all(
    joined.map(async ({ id, name }) => {
      const { discussions } = await ask(HomeUnread, { groupId: id });
      return discussions.edges.map(({ node }) => ({ ...node, group: name }));
    }),
  );
  const unread = answers.flat().sort((a, b) => b.latestAt.localeCompare(a.latestAt));
  return { strands, requests, mine, unread: unread.slice(0, MOST), hasMore: unread.length > MOST };
};
