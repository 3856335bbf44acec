import { words as say } from '#lib/say/generated/people.ts';
import type { Option } from '#lib/ui/option.ts';

/** What the codes of a profile are called on pages, each in the language of the page that shows it. */

export const EXPERTISE_LEVELS: readonly Option[] = [
  spoken('LEARNING', say.levelLearning),
  spoken('WORKING', say.levelWorking),
  spoken('EXPERIENCED', say.levelExperienced),
  spoken('LEADING', say.levelLeading),
];

export const VISIBILITIES: readonly Option[] = [
  spoken('PUBLIC', say.seenPublic),
  spoken('MEMBERS', say.seenMembers),
  spoken('STAFF', say.seenStaff),
  spoken('HIDDEN', say.seenHidden),
];

export const PROFILE_FIELDS: readonly Option[] = [
  spoken('HEADLINE', say.fieldHeadline),
  spoken('ABOUT', say.fieldAbout),
  spoken('PROFESSION', say.fieldProfession),
  spoken('ORGANISATION', say.fieldOrganisation),
  spoken('COUNTRY', say.fieldCountry),
  spoken('SPECIALTIES', say.fieldSpecialties),
  spoken('EXPERTISE', say.fieldExpertise),
  spoken('EVIDENCE', say.fieldEvidence),
  spoken('LANGUAGES', say.fieldLanguages),
  spoken('COUNTRY_EXPERIENCE', say.fieldCountryExperience),
  spoken('CONTRIBUTION_TYPES', say.fieldContributionTypes),
  spoken('AVAILABILITY', say.fieldAvailability),
  spoken('REGISTRATION', say.fieldRegistration),
];

export const ROLES: readonly Option[] = [
  spoken('MEMBER', say.roleMember),
  spoken('STAFF', say.roleStaff),
  spoken('ADMIN', say.roleAdmin),
];

/** The text is looked up when it is read: the server speaks to many people with one module. */
export function spoken(value: string, text: () => string): Option {
  return {
    value,
    get text() {
      return text();
    },
  };
}

/** A code in words; a code added later is shown as it is rather than not at all. */
export function textOf(options: readonly Option[], code: string): string {
  return options.find(({ value }) => value === code)?.text ?? code;
}
