import { api } from '#lib/api/api.ts';
import { AdminOverview } from '#lib/api/generated/operations.ts';
import { adminsOnly } from '#lib/people/doors.ts';
import type { PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  adminsOnly(event);
  const { groups, reportsWaiting, peopleWaiting } = await api(event)(AdminOverview, {});
  return { proposed: groups.edges.length, reports: reportsWaiting, people: peopleWaiting };
};
