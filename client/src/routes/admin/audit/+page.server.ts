import { api } from '#lib/api/api.ts';
import { AuditPage } from '#lib/api/generated/operations.ts';
import { adminsOnly } from '#lib/people/doors.ts';
import type { PageServerLoad } from './$types';
import { soughtIn } from './sought.ts';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = async (event) => {
  adminsOnly(event);
  const sought = soughtIn(event.url);
  const after = event.url.searchParams.get('after');
  const { auditEntries, auditVerbs } = await api(event)(AuditPage, { first: 20, after, ...sought });
  return {
    entries: auditEntries.edges.map(({ node }) => node),
    page: auditEntries.pageInfo,
    verbs: auditVerbs,
    sought,
    isFirst: !after,
  };
};
