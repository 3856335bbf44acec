import type { ProfilePart } from '#lib/api/generated/operations.ts';

/** The page of the profile's editor where a part is filled in. */
export const PROFILE_PAGES: Record<ProfilePart, string> = {
  ABOUT: '/account/profile/about',
  EXPERTISE: '/account/profile/expertise',
  LANGUAGES: '/account/profile/languages',
  COUNTRIES: '/account/profile/languages',
  CONTRIBUTIONS: '/account/profile/availability',
  AVAILABILITY: '/account/profile/availability',
};
