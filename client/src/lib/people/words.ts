import type { Option } from '#lib/ui/option.ts';

/** What the codes of a profile are called on pages. */

export const EXPERTISE_LEVELS: readonly Option[] = [
  { value: 'LEARNING', text: 'Still learning it' },
  { value: 'WORKING', text: 'Uses it at work' },
  { value: 'EXPERIENCED', text: 'Others ask them' },
  { value: 'LEADING', text: 'Leads others in it' },
];

export const VISIBILITIES: readonly Option[] = [
  { value: 'PUBLIC', text: 'Everybody, visitors too' },
  { value: 'MEMBERS', text: 'Everyone signed in' },
  { value: 'STAFF', text: 'Staff only' },
  { value: 'HIDDEN', text: 'Nobody else' },
];

export const PROFILE_FIELDS: readonly Option[] = [
  { value: 'HEADLINE', text: 'Headline' },
  { value: 'ABOUT', text: 'About you' },
  { value: 'PROFESSION', text: 'Profession' },
  { value: 'ORGANISATION', text: 'Organisation' },
  { value: 'COUNTRY', text: 'Country and place' },
  { value: 'SPECIALTIES', text: 'Specialties' },
  { value: 'EXPERTISE', text: 'Expertise' },
  { value: 'LANGUAGES', text: 'Languages' },
  { value: 'COUNTRY_EXPERIENCE', text: 'Country experience' },
  { value: 'CONTRIBUTION_TYPES', text: 'Contribution types' },
  { value: 'AVAILABILITY', text: 'Availability' },
  { value: 'REGISTRATION', text: 'Registration' },
];

export const ROLES: readonly Option[] = [
  { value: 'MEMBER', text: 'Member' },
  { value: 'STAFF', text: 'Staff' },
  { value: 'ADMIN', text: 'Admin' },
];

/** A code in words; a code added later is shown as it is rather than not at all. */
export function textOf(options: readonly Option[], code: string): string {
  return options.find(({ value }) => value === code)?.text ?? code;
}
