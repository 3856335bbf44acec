import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../people/person.ts';
import type { PersonRow } from '../people/person.queries.ts';
import type { InvitationRow } from './invitation.queries.ts';
import { Invitation } from './invitation.ts';
import { ProfilePart } from './profile-part.ts';
import { Band, Reason } from './reason.ts';

export enum CriterionFit {
  EXACT = 'EXACT',
  RELATED = 'RELATED',
  NO = 'NO',
}
registerEnumType(CriterionFit, {
  name: 'CriterionFit',
  description: 'How far a person meets a criterion.',
  valuesConfig: {
    EXACT: { description: 'Met as asked.' },
    RELATED: { description: 'Nearly: shown, but it satisfies no essential.' },
    NO: { description: 'Not met.' },
  },
});

@ObjectType({ description: 'One summand of the score. The contributions add up to it.' })
export class MatchComponent {
  @Field(() => String, { description: 'What is weighed, such as TOPIC.' }) name: string;
  @Field(() => Float, { description: 'Its share of the whole; 0 when the request does not ask for it.' })
  weight: number;
  @Field(() => Float, { description: 'How well the person does in it, 0 to 1.' }) value: number;
  @Field(() => Float, { description: 'Weight times value.' }) contribution: number;
  @Field(() => String, { description: 'The same as a sentence.' }) says: string;
}

@ObjectType({ description: 'What is missing or thin.' })
export class Gap {
  @Field(() => String, { description: 'The gap as a sentence.' }) says: string;
  @Field(() => ProfilePart, { nullable: true, description: 'Where in the profile it could be filled.' })
  part: ProfilePart | null;
}

@ObjectType({ description: 'How far a person meets one criterion, and why.' })
export class CriterionMet {
  @Field(() => ID, { description: 'The criterion.' }) criterionId: string;
  @Field(() => CriterionFit, { description: 'How far.' }) met: CriterionFit;
  @Field(() => [String], { description: 'Why, as sentences.' }) why: string[];
}

export enum LastActive {
  WEEK = 'WEEK',
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  LONGER = 'LONGER',
}
registerEnumType(LastActive, {
  name: 'LastActive',
  description: 'How lately somebody was here, told coarsely.',
  valuesConfig: {
    WEEK: { description: 'Within a week.' },
    MONTH: { description: 'Within a month.' },
    QUARTER: { description: 'Within three months.' },
    LONGER: { description: 'Longer ago, or never.' },
  },
});

@ObjectType({ description: 'A person ranked for a request. It advises; a human decides.' })
export class Match {
  /** Whose it is, and of which request: for the server alone. */
  personId: string;
  requestId: string;
  @Field(() => Int, {
    nullable: true,
    description: 'The place in the ranking, from 1; null in one’s own match.',
  })
  rank: number | null;
  @Field(() => Boolean, {
    description:
      'Shown ahead of their place: one place in ten is kept for somebody who was not asked in the past year.',
  })
  isNewcomer: boolean;
  @Field(() => ID, { description: 'Stands for the person on this request, to this viewer alone.' })
  key: string;
  @Field(() => String, { description: 'What they are called until names are revealed, such as B7.' })
  alias: string;
  @Field(() => Person, { nullable: true, description: 'Who is ranked; null until names are revealed.' })
  expert: PersonRow | null;
  @Field(() => String, {
    nullable: true,
    description: 'Where they live, as ISO 3166 alpha-2. Blind, only where the request asks for a country.',
  })
  country: string | null;
  @Field(() => Band, { description: 'How good the match is.' }) band: Band;
  @Field(() => Float, { description: 'The sum of the components, 0 to 1.' }) score: number;
  @Field(() => [MatchComponent], { description: 'The arithmetic behind the score.' })
  components: MatchComponent[];
  @Field(() => [Reason], { description: 'What speaks for them, essentials first.' }) reasons: Reason[];
  @Field(() => [Gap], { description: 'What is missing or thin.' }) gaps: Gap[];
  @Field(() => [CriterionMet], { description: 'Each criterion in turn.' }) criteria: CriterionMet[];
  @Field(() => Float, { description: 'From 0 with no evidence towards 1 with much.' }) confidence: number;
  @Field(() => Invitation, { nullable: true, description: 'How they were invited, if they were.' })
  invitation: InvitationRow | null;
  @Field(() => Int, { description: 'How many invitations, to any request, they have not answered.' })
  openInvitations: number;
  @Field(() => Int, { description: 'How much they have taken on: engagements and accepted offers.' })
  load: number;
  @Field(() => Int, {
    nullable: true,
    description: 'The most they take on at once; null when they set none.',
  })
  loadCap: number | null;
  @Field(() => Int, { description: 'How often they were asked in the past year.' }) asksLastYear: number;
  @Field(() => LastActive, { description: 'How lately they were here.' }) lastActive: LastActive;
}
