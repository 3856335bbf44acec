import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum PlanRuleKind {
  AT_LEAST = 'AT_LEAST',
  AT_MOST = 'AT_MOST',
}
registerEnumType(PlanRuleKind, {
  name: 'PlanRuleKind',
  description: 'Which way a rule holds.',
  valuesConfig: {
    AT_LEAST: { description: 'So many or more.' },
    AT_MOST: { description: 'So many or fewer.' },
  },
});

export enum PlanGroup {
  COUNTRIES = 'COUNTRIES',
  PROFESSION = 'PROFESSION',
  FIRST_TIME = 'FIRST_TIME',
  ORGANISATION = 'ORGANISATION',
}
registerEnumType(PlanGroup, {
  name: 'PlanGroup',
  description: 'Whom a rule counts. Who does not let matching see it belongs to no such group.',
  valuesConfig: {
    COUNTRIES: { description: 'People who live in one of these countries.' },
    PROFESSION: { description: 'People of this profession.' },
    FIRST_TIME: { description: 'People who were not asked in the past year and never worked on a request.' },
    ORGANISATION: { description: 'People of this organisation; without a name, of each one by itself.' },
  },
});

@ObjectType({
  description: 'Who should be among those asked. A plan misses it rather than leave a seat empty.',
})
export class PlanRule {
  @Field(() => PlanRuleKind, { description: 'Which way it holds.' }) kind: PlanRuleKind;
  @Field(() => Int, { description: 'How many seats.' }) seats: number;
  @Field(() => PlanGroup, { description: 'Whom it counts.' }) group: PlanGroup;
  @Field(() => String, {
    description: 'Which countries (ISO 3166 alpha-2, with commas), profession or organisation; may be empty.',
  })
  value: string;
  @Field(() => ID, { nullable: true, description: 'The one request it is about; null for every request.' })
  requestId: string | null;
  @Field(() => Boolean, { description: 'It counts over all requests together, not for each.' })
  isTogether: boolean;
  @Field(() => Int, { description: 'By how many seats the plan misses it.' }) missed: number;
}

@InputType({ description: 'Who should be among those asked.' })
export class PlanRuleInput {
  @Field(() => PlanRuleKind, { description: 'Which way it holds.' }) kind!: PlanRuleKind;
  @Field(() => Int, { description: 'How many seats, 1 to 50.' }) seats!: number;
  @Field(() => PlanGroup, { description: 'Whom it counts.' }) group!: PlanGroup;
  @Field(() => String, {
    defaultValue: '',
    description:
      'Which countries (ISO 3166 alpha-2, with commas), profession or organisation, up to 200 characters.',
  })
  value!: string;
  @Field(() => ID, { nullable: true, description: 'The one request it is about; without it, every request.' })
  requestId?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Count over all requests together.' })
  isTogether!: boolean;
}
