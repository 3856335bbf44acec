import type { Viewer } from './viewer.ts';

const SETS_IT_UP = '/account/security';
/** Beside the pages that set it up: leaving, choosing a password, and what everybody may read about the hub. */
const OPEN =
  /^\/(?:account\/security|sign-in|sign-out|forgotten-password|new-password|about|accessibility|code-of-conduct|cookies|help|keyboard|offline|privacy|terms)(?:\/|$)/;

/** Where staff who still need a second step are brought instead of this page, or null where they may be. */
export function broughtTo(viewer: Pick<Viewer, 'needsSecondStep'> | null, path: string): string | null {
  return viewer?.needsSecondStep && !OPEN.test(path) ? SETS_IT_UP : null;
}
