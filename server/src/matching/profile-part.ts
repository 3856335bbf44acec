import { registerEnumType } from 'type-graphql';
import type { ComponentName, CriterionKind } from './shapes.ts';

export enum ProfilePart {
  ABOUT = 'ABOUT',
  EXPERTISE = 'EXPERTISE',
  LANGUAGES = 'LANGUAGES',
  COUNTRIES = 'COUNTRIES',
  CONTRIBUTIONS = 'CONTRIBUTIONS',
  AVAILABILITY = 'AVAILABILITY',
}
registerEnumType(ProfilePart, {
  name: 'ProfilePart',
  description: 'A part of a profile that its owner fills in.',
  valuesConfig: {
    ABOUT: { description: 'Who they are: profession and registration.' },
    EXPERTISE: { description: 'What they know.' },
    LANGUAGES: { description: 'Their languages.' },
    COUNTRIES: { description: 'Where they have worked.' },
    CONTRIBUTIONS: { description: 'The contribution types they offer.' },
    AVAILABILITY: { description: 'When they are free, for how long and for how much at once.' },
  },
});

/** Where in a profile stands what a criterion looks at. */
export const PART_OF_CRITERION: Record<CriterionKind, keyof typeof ProfilePart> = {
  EXPERTISE: 'EXPERTISE',
  COUNTRY: 'COUNTRIES',
  LANGUAGE: 'LANGUAGES',
  PROFESSION: 'ABOUT',
  CONTRIBUTION: 'CONTRIBUTIONS',
  REGISTRATION: 'ABOUT',
};

/** The same for what is weighed. How often they were asked stands nowhere in it. */
export const PART_OF_COMPONENT: Record<ComponentName, keyof typeof ProfilePart | null> = {
  TOPIC: 'EXPERTISE',
  PREFERRED: null,
  COUNTRY: 'COUNTRIES',
  CONTRIBUTION: 'CONTRIBUTIONS',
  AVAILABILITY: 'AVAILABILITY',
  FAIR_LOAD: null,
};
