import { needsViewer } from '../door.ts';
import type { PageServerLoad } from './$types';

/** Nothing here is live, and every form works without scripts. */
export const load: PageServerLoad = (event) => needsViewer(event);
