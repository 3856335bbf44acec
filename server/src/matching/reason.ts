import { Field, ObjectType, registerEnumType } from 'type-graphql';

export enum Band {
  STRONG = 'STRONG',
  GOOD = 'GOOD',
  POSSIBLE = 'POSSIBLE',
}
registerEnumType(Band, {
  name: 'Band',
  description: 'How good a match is, by fixed cut-points of the score.',
  valuesConfig: {
    STRONG: { description: 'Much speaks for this person.' },
    GOOD: { description: 'Enough speaks for this person.' },
    POSSIBLE: { description: 'Passes every gate, but little speaks for them.' },
  },
});

@ObjectType({ description: 'What speaks for a person.' })
export class Reason {
  @Field(() => String, { description: 'What it is about: CRITERION, or the name of a component.' })
  kind: string;
  @Field(() => String, {
    description: 'The reason as a sentence, in the viewer’s language unless lang tells another.',
  })
  says: string;
  @Field(() => String, {
    nullable: true,
    description: 'The language it stays in, as BCP 47: only of a reason kept as a sentence.',
  })
  lang?: string | null;
}
