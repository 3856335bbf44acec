import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';

export enum Visibility {
  PUBLIC = 'PUBLIC',
  MEMBERS = 'MEMBERS',
  STAFF = 'STAFF',
  HIDDEN = 'HIDDEN',
}
registerEnumType(Visibility, {
  name: 'Visibility',
  description: 'Who sees a field of a profile. Its owner always does.',
  valuesConfig: {
    PUBLIC: { description: 'Everybody, visitors too.' },
    MEMBERS: { description: 'Everyone signed in.' },
    STAFF: { description: 'Staff alone.' },
    HIDDEN: { description: 'Nobody else, and it takes no part in matching.' },
  },
});

/** The parts of a profile that are shown or hidden as one. */
export enum ProfileField {
  HEADLINE = 'HEADLINE',
  ABOUT = 'ABOUT',
  PROFESSION = 'PROFESSION',
  ORGANISATION = 'ORGANISATION',
  COUNTRY = 'COUNTRY',
  SPECIALTIES = 'SPECIALTIES',
  EXPERTISE = 'EXPERTISE',
  EVIDENCE = 'EVIDENCE',
  LANGUAGES = 'LANGUAGES',
  COUNTRY_EXPERIENCE = 'COUNTRY_EXPERIENCE',
  CONTRIBUTION_TYPES = 'CONTRIBUTION_TYPES',
  AVAILABILITY = 'AVAILABILITY',
  REGISTRATION = 'REGISTRATION',
}
registerEnumType(ProfileField, {
  name: 'ProfileField',
  description: 'A part of a profile that is shown or hidden as one.',
  valuesConfig: {
    HEADLINE: { description: 'The one line.' },
    ABOUT: { description: 'The text about them.' },
    PROFESSION: { description: 'Their profession.' },
    ORGANISATION: { description: 'Where they work.' },
    COUNTRY: { description: 'Their country and place.' },
    SPECIALTIES: { description: 'Their specialties.' },
    EXPERTISE: { description: 'What they know, with levels and evidence.' },
    EVIDENCE: { description: 'What they did, in words.' },
    LANGUAGES: { description: 'Their languages.' },
    COUNTRY_EXPERIENCE: { description: 'Where they have worked.' },
    CONTRIBUTION_TYPES: { description: 'The kinds of work they offer.' },
    AVAILABILITY: { description: 'Windows, hours a month, load cap and pause.' },
    REGISTRATION: { description: 'Their regulator and the state of their registration.' },
  },
});

@ObjectType({ description: 'Who sees one part of a profile.' })
export class FieldVisibility {
  @Field(() => ProfileField, { description: 'The part.' }) field: ProfileField;
  @Field(() => Visibility, { description: 'Who sees it.' }) visibility: Visibility;
}

@InputType({ description: 'Who shall see one part of a profile.' })
export class FieldVisibilityInput {
  @Field(() => ProfileField, { description: 'The part.' }) field!: ProfileField;
  @Field(() => Visibility, { description: 'Who shall see it.' }) visibility!: Visibility;
}

/** What a field is until its owner says otherwise. */
export const DEFAULT_VISIBILITY = Visibility.MEMBERS;
