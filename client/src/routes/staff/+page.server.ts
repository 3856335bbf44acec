import { staffOnly } from '#lib/people/doors.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({ isAdmin: staffOnly(event).role === 'ADMIN' });
