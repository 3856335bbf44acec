import { registerEnumType } from 'type-graphql';

export enum Mode {
  REMOTE = 'REMOTE',
  IN_PERSON = 'IN_PERSON',
  HYBRID = 'HYBRID',
}
registerEnumType(Mode, {
  name: 'Mode',
  description: 'Where the work is done.',
  valuesConfig: {
    REMOTE: { description: 'From anywhere.' },
    IN_PERSON: { description: 'On site.' },
    HYBRID: { description: 'Partly on site.' },
  },
});

export enum Sensitivity {
  PUBLIC = 'PUBLIC',
  VERIFIED = 'VERIFIED',
}
registerEnumType(Sensitivity, {
  name: 'Sensitivity',
  description: 'Who may read a request in full once it is published.',
  valuesConfig: {
    PUBLIC: { description: 'Everyone signed in; visitors see a summary.' },
    VERIFIED: { description: 'Verified experts and staff; other members see title, programme and dates.' },
  },
});

export enum Importance {
  ESSENTIAL = 'ESSENTIAL',
  DESIRABLE = 'DESIRABLE',
}
registerEnumType(Importance, {
  name: 'Importance',
  description: 'How much a criterion weighs.',
  valuesConfig: {
    ESSENTIAL: { description: 'Nobody is matched without it.' },
    DESIRABLE: { description: 'Speaks for an expert.' },
  },
});

export enum CriterionKind {
  EXPERTISE = 'EXPERTISE',
  LANGUAGE = 'LANGUAGE',
  COUNTRY = 'COUNTRY',
  PROFESSION = 'PROFESSION',
  CONTRIBUTION = 'CONTRIBUTION',
  REGISTRATION = 'REGISTRATION',
}
registerEnumType(CriterionKind, {
  name: 'CriterionKind',
  description: 'What a criterion looks at.',
  valuesConfig: {
    EXPERTISE: { description: 'What a person knows, at a level.' },
    LANGUAGE: { description: 'A language, at a level.' },
    COUNTRY: { description: 'Experience of a country.' },
    PROFESSION: { description: 'What a person is by profession.' },
    CONTRIBUTION: { description: 'A contribution type a person offers.' },
    REGISTRATION: { description: 'A verified professional registration.' },
  },
});
