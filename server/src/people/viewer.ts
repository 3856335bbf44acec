import { closedDoor, notSignedIn } from '../platform/errors.ts';
import type { Work } from '../platform/work.ts';
import { Role } from './person.ts';
import type { ColourScheme, HubLanguage } from './preferences.ts';

/** Who is looking, as their session says. */
export interface Viewer {
  id: string;
  handle: string;
  displayName: string;
  role: Role;
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
  const viewer = signedIn(context);
  return isStaff(viewer) ? viewer : closedDoor();
}

export function adminOnly(context: Context): Viewer {
  const viewer = signedIn(context);
  return isAdmin(viewer) ? viewer : closedDoor();
}

/** For SQL: the viewer's id, or a null that no row equals. */
export function viewerId(context: Context): string | null {
  return context.viewer?.id ?? null;
}
