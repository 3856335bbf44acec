import type { PageServerLoad } from './$types';
import { adminsOnly } from './admin.ts';

export const load: PageServerLoad = (event) => adminsOnly(event);
