import { Field, ID, InputType, Int } from 'type-graphql';
import { Uuid } from '../platform/ids.ts';
import { Day } from '../platform/instant.ts';
import { DeclineReason, ResponseAnswer } from './response.ts';

@InputType({ description: 'What speaks for the expert under one criterion.' })
export class CriterionEvidenceInput {
  @Field(() => ID, { description: 'The criterion.' }) criterionId!: string;
  @Field(() => String, { description: 'In their words, up to 1,500 characters.' }) evidence!: string;
}

@InputType({ description: 'What the expert declares.' })
export class DeclarationInput {
  @Field(() => Boolean, { description: 'There are interests to declare.' }) hasInterests!: boolean;
  @Field(() => String, { defaultValue: '', description: 'Which, up to 2,000 characters.' })
  interests!: string;
  @Field(() => Boolean, { description: 'What they learn stays with them.' }) confidentiality!: boolean;
  @Field(() => Boolean, { description: 'Their employer agrees, or need not be asked.' })
  employerConsent!: boolean;
}

@InputType({ description: 'An answer to a request, or a change to it while the request is open.' })
export class RespondInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => ResponseAnswer, { description: 'Whether they can help. NO needs nothing else.' })
  answer!: ResponseAnswer;
  @Field(() => String, { defaultValue: '', description: 'What they offer, up to 5,000 characters.' })
  text!: string;
  @Field(() => [CriterionEvidenceInput], {
    defaultValue: [],
    description: 'What speaks for them, by criterion.',
  })
  criteria!: CriterionEvidenceInput[];
  @Field(() => String, { defaultValue: '', description: 'When they have time, up to 500 characters.' })
  availabilityNote!: string;
  @Field(() => DeclineReason, { nullable: true, description: 'With NO: why not, if they want to say.' })
  declineReason?: DeclineReason | null;
  @Field(() => Day, {
    nullable: true,
    description:
      'With NO, if they agree to it: not to be asked about anything before this day. It is kept as `pausedUntil` of their profile.',
  })
  notBefore?: string | null;
  @Field(() => DeclarationInput, { nullable: true, description: 'With YES or PARTLY: what they declare.' })
  declaration?: DeclarationInput | null;
  @Field(() => Int, {
    nullable: true,
    description: 'To change an answer: the version it was written against.',
  })
  version?: number | null;
}
