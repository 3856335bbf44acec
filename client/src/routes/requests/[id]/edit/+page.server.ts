import { writingOf } from '#lib/requests/writing.ts';
import type { PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = (event) => writingOf(event);
