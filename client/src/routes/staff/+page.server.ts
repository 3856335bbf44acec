import { api } from '#lib/api/api.ts';
import { StaffPage } from '#lib/api/generated/operations.ts';
import { staffOnly } from '#lib/people/doors.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { role } = staffOnly(event);
  const { desk, insight, reportsWaiting, peopleWaiting } = await api(event)(StaffPage, {});
  return {
    isAdmin: role === 'ADMIN',
    counts: { '/admin/reports': reportsWaiting, '/admin/people/waiting': peopleWaiting },
    desk,
    funnel: insight.funnel,
    now: new Date().toISOString(),
  };
};
