import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { Uuid } from '../platform/ids.ts';
import { Day } from '../platform/instant.ts';
import { CriterionInput } from './request.input.ts';
import { Mode, Sensitivity } from './request.kinds.ts';

@InputType({ description: 'What a request asks.' })
export class RequestAskInput {
  @Field(() => String, { description: 'What is asked, up to 150 characters.' }) title!: string;
  @Field(() => String, { description: 'What is wrong or missing, up to 5,000 characters.' })
  problem!: string;
  @Field(() => String, { description: 'What should come of it, up to 5,000 characters.' })
  desiredOutcome!: string;
  @Field(() => String, { description: 'What was tried before, up to 5,000 characters.' })
  alreadyTried!: string;
  @Field(() => [String], { description: 'The contribution types asked for, as codes.' })
  contributionTypes!: string[];
  @Field(() => [ID], { description: 'Its strands.' }) strandIds!: string[];
}

@InputType({ description: 'How the work of a request is done.' })
export class RequestPracticalitiesInput {
  @Field(() => Mode, { description: 'Where the work is done.' }) mode!: Mode;
  @Field(() => String, { nullable: true, description: 'The country it is about, as ISO 3166 alpha-2.' })
  country?: string | null;
  @Field(() => Float, { nullable: true, description: 'Hours asked of each expert, 0.5 to 500.' })
  effortHours?: number | null;
  @Field(() => Int, { description: 'How many experts are needed, 1 to 50.' }) peopleNeeded!: number;
  @Field(() => String, { description: 'What is paid for, up to 500 characters.' }) expenses!: string;
}

@InputType({ description: 'Whose staff decide on a request, and who reads it in full.' })
export class RequestDecisionInput {
  @Field(() => ID, { description: 'Its programme.' }) programmeId!: string;
  @Field(() => Sensitivity, { description: 'Who may read it in full.' }) sensitivity!: Sensitivity;
}

@InputType({ description: 'The dates of a request.' })
export class RequestDatesInput {
  @Field(() => String, { description: 'The IANA time zone its times are meant in.' }) timeZone!: string;
  @Field(() => Day, { nullable: true, description: 'The last day it takes responses.' })
  closesOn?: string | null;
  @Field(() => String, { description: 'The time on that day, as hours and minutes in its zone.' })
  closesTime!: string;
  @Field(() => Day, { nullable: true, description: 'The day the work is needed by.' })
  neededBy?: string | null;
}

@InputType({ description: 'How long questions about a request may be asked.' })
export class RequestQuestionsInput {
  @Field(() => Day, { nullable: true, description: 'The last day for questions, until 17:00 in its zone.' })
  questionsCloseOn?: string | null;
}

/** Each part is a page of its own, so that nobody loses a long form to one fault in it. */
@InputType({ description: 'Parts of a request, written anew; what is left out stays as it is.' })
export class EditRequestPartInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => Int, { description: 'The version it was written against.' }) version!: number;
  @Field(() => RequestAskInput, { nullable: true, description: 'What it asks.' })
  ask?: RequestAskInput | null;
  @Field(() => [CriterionInput], { nullable: true, description: 'What it needs, at most 6.' })
  criteria?: CriterionInput[] | null;
  @Field(() => RequestPracticalitiesInput, { nullable: true, description: 'How the work is done.' })
  practicalities?: RequestPracticalitiesInput | null;
  @Field(() => RequestDecisionInput, { nullable: true, description: 'Who decides and who reads it.' })
  decision?: RequestDecisionInput | null;
  @Field(() => RequestDatesInput, { nullable: true, description: 'Its dates.' })
  dates?: RequestDatesInput | null;
  @Field(() => RequestQuestionsInput, { nullable: true, description: 'How long questions may be asked.' })
  questions?: RequestQuestionsInput | null;
}
