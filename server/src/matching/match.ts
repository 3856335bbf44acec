import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../people/person.ts';
import type { PersonRow } from '../people/person.queries.ts';
import { Criterion } from '../requests/criterion.ts';
import type { InvitationRow } from './invitation.queries.ts';
import { Invitation } from './invitation.ts';
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
}

@ObjectType({ description: 'How far a person meets one criterion, and why.' })
export class CriterionMet {
  @Field(() => ID, { description: 'The criterion.' }) criterionId: string;
  @Field(() => CriterionFit, { description: 'How far.' }) met: CriterionFit;
  @Field(() => [String], { description: 'Why, as sentences.' }) why: string[];
}

@ObjectType({ description: 'How many people fell at a gate, each counted at the first they met.' })
export class GateCount {
  @Field(() => String, { description: 'Which gate, such as LOAD_CAP.' }) gate: string;
  @Field(() => String, { description: 'The same as a sentence.' }) says: string;
  @Field(() => Int, { description: 'How many.' }) count: number;
  @Field(() => Int, { description: 'How many would remain were this gate alone lifted.' })
  remainIfLifted: number;
}

@ObjectType({ description: 'A person ranked for a request. It advises; a human decides.' })
export class Match {
  @Field(() => Int, {
    nullable: true,
    description: 'The place in the ranking, from 1; null in one’s own match.',
  })
  rank: number | null;
  @Field(() => Person, { description: 'Who is ranked.' }) expert: PersonRow;
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
}

@ObjectType({ description: 'The ranking of a request at one moment, and what kept the others out.' })
export class MatchList {
  @Field(() => [Match], { description: 'The best, in order.' }) matches: Match[];
  @Field(() => Int, { description: 'How many people pass every gate.' }) remaining: number;
  @Field(() => Int, { description: 'How many people were looked at.' }) considered: number;
  @Field(() => [GateCount], { description: 'Where the others fell.' }) fell: GateCount[];
  @Field(() => String, { description: 'The rules it was made by.' }) rulesVersion: string;
  @Field(() => Date, { description: 'When it was made.' }) at: Date;
}

@ObjectType({ description: 'How many people meet a criterion.' })
export class Coverage {
  @Field(() => Criterion, { description: 'The criterion.' }) criterion: Criterion;
  @Field(() => Int, { description: 'How many people who are open to matching meet it.' }) people: number;
}
