import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { Uuid } from '../platform/ids.ts';
import { Day } from '../platform/instant.ts';
import { CriterionKind, Importance, Mode, Sensitivity } from './request.kinds.ts';

@InputType({ description: 'One thing a request needs.' })
export class CriterionInput {
  @Field(() => Importance, { description: 'How much it weighs.' }) importance!: Importance;
  @Field(() => CriterionKind, { description: 'What it looks at.' }) kind!: CriterionKind;
  @Field(() => String, {
    description: 'Words, a language tag, a country, a contribution type or a regulator.',
  })
  value!: string;
  @Field(() => String, { nullable: true, description: 'The least level, for expertise and languages.' })
  level?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The same as a sentence, up to 300 characters; made from the rest when left out.',
  })
  says?: string | null;
}

/** What a request says. Only its title and zone are needed to keep a draft; the rest when it is submitted. */
@InputType({ description: 'What a request says.' })
export class RequestInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'Its programme.' }) programmeId!: string;
  @Field(() => String, { description: 'What is asked, up to 150 characters.' }) title!: string;
  @Field(() => String, { defaultValue: '', description: 'What is wrong or missing, up to 5,000 characters.' })
  problem!: string;
  @Field(() => String, { defaultValue: '', description: 'What should come of it, up to 5,000 characters.' })
  desiredOutcome!: string;
  @Field(() => String, { defaultValue: '', description: 'What was tried before, up to 5,000 characters.' })
  alreadyTried!: string;
  @Field(() => [ID], { defaultValue: [], description: 'Its strands.' }) strandIds!: string[];
  @Field(() => [String], { defaultValue: [], description: 'The contribution types asked for, as codes.' })
  contributionTypes!: string[];
  @Field(() => Mode, { defaultValue: Mode.REMOTE, description: 'Where the work is done.' }) mode!: Mode;
  @Field(() => String, { nullable: true, description: 'The country it is about, as ISO 3166 alpha-2.' })
  country?: string | null;
  @Field(() => Float, { nullable: true, description: 'Hours asked of each expert, 0.5 to 500.' })
  effortHours?: number | null;
  @Field(() => Int, { defaultValue: 1, description: 'How many experts are needed, 1 to 50.' })
  peopleNeeded!: number;
  @Field(() => String, { defaultValue: '', description: 'What is paid for, up to 500 characters.' })
  expenses!: string;
  @Field(() => Sensitivity, { defaultValue: Sensitivity.PUBLIC, description: 'Who may read it in full.' })
  sensitivity!: Sensitivity;
  @Field(() => String, { description: 'The IANA time zone its times are meant in.' }) timeZone!: string;
  @Field(() => Day, { nullable: true, description: 'The last day it takes responses.' })
  closesOn?: string | null;
  @Field(() => String, {
    defaultValue: '17:00',
    description: 'The time on that day, as hours and minutes in its zone.',
  })
  closesTime!: string;
  @Field(() => Day, { nullable: true, description: 'The last day for questions, until 17:00 in its zone.' })
  questionsCloseOn?: string | null;
  @Field(() => Day, { nullable: true, description: 'The day the work is needed by.' })
  neededBy?: string | null;
  @Field(() => [CriterionInput], { defaultValue: [], description: 'What it needs, at most 6.' })
  criteria!: CriterionInput[];
}

@InputType({ description: 'A new request, kept as a draft.' })
export class DraftRequestInput extends RequestInput {}

@InputType({ description: 'A request, written anew.' })
export class EditRequestInput extends RequestInput {
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => Int, { description: 'The version it was written against.' }) version!: number;
}
