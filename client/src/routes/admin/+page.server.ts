import { adminsOnly } from '#lib/people/doors.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => adminsOnly(event);
