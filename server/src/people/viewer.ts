import { closedDoor, notSignedIn } from '../platform/errors.ts';
import type { Work } from '../platform/work.ts';
import { Role } from './person.ts';
import type { ColourScheme, HubLanguage } from './preferences.ts';

/** Who is looking, as their session says. */
export interface Viewer {
  id: string;
  handle: string;
  displayName: string;
  /** As which they act: of staff who still need a second step, that of a member. */
  role: Role;
  /** They are staff, and act as such once they have set up a second step. */
  needsSecondStep: boolean;
  isVerified: boolean;
  timeZone: string;
  /** Null: as the browser asks. */
  language: HubLanguage | null;
  scheme: ColourScheme;
  sessionId: string;
}

export interface Context extends Work {
  viewer: Viewer | null;
}

/** The viewer, or a closed door for visitors. */
export function signedIn({ viewer }: Context): Viewer {
  return viewer ?? notSignedIn();
}

export function isStaff(viewer: Pick<Viewer, 'role'> | null): boolean {
  return viewer !== null && viewer.role !== Role.MEMBER;
}

export function isAdmin(viewer: Pick<Viewer, 'role'> | null): boolean {
  return viewer?.role === Role.ADMIN;
}

/** For doors that only staff know of: for others there is no such door. */
export function staffOnly(context: Context): Viewer {
  const viewer = stepped(context);
  return isStaff(viewer) ? viewer : closedDoor();
}

export function adminOnly(context: Context): Viewer {
  const viewer = stepped(context);
  return isAdmin(viewer) ? viewer : closedDoor();
}

/** The viewer; staff are told what their rights wait for, which is no secret from them. */
function stepped(context: Context): Viewer {
  const viewer = signedIn(context);
  return viewer.needsSecondStep ? closedDoor('SECOND_STEP_NEEDED') : viewer;
}

/** For SQL: the viewer's id, or a null that no row equals. */
export function viewerId(context: Context): string | null {
  return context.viewer?.id ?? null;
}
