import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Criterion } from '../requests/criterion.ts';
import { Match } from './match.ts';

export enum Nudge {
  TOO_FEW = 'TOO_FEW',
  TOO_MANY = 'TOO_MANY',
  ONE_COUNTRY = 'ONE_COUNTRY',
}
registerEnumType(Nudge, {
  name: 'Nudge',
  description: 'What is worth a second look in who was invited to a request.',
  valuesConfig: {
    TOO_FEW: { description: 'Fewer than three.' },
    TOO_MANY: { description: 'More than ten.' },
    ONE_COUNTRY: { description: 'All who say where they live, two or more, live in one country.' },
  },
});

@ObjectType({ description: 'How many people fell at a gate, each counted at the first they met.' })
export class GateCount {
  @Field(() => String, { description: 'Which gate, such as LOAD_CAP.' }) gate: string;
  @Field(() => String, { description: 'The same as a sentence.' }) says: string;
  @Field(() => Int, { description: 'How many.' }) count: number;
  @Field(() => Int, { description: 'How many would remain were this gate alone lifted.' })
  remainIfLifted: number;
}

@ObjectType({ description: 'How many people would pass were one thing asked for dropped.' })
export class Relaxed {
  @Field(() => Criterion, { nullable: true, description: 'The essential; null for the time asked for.' })
  criterion: Criterion | null;
  @Field(() => Int, { description: 'How many would then pass.' }) people: number;
}

@ObjectType({ description: 'The ranking of a request at one moment, and what kept the others out.' })
export class MatchList {
  @Field(() => [Match], {
    description:
      'The best, in order. Where all of ten were asked in the past year, the tenth place goes to the best who was not.',
  })
  matches: Match[];
  @Field(() => Int, { description: 'How many people pass every gate.' }) remaining: number;
  @Field(() => Int, { description: 'How many people were looked at.' }) considered: number;
  @Field(() => [GateCount], { description: 'Where the others fell.' }) fell: GateCount[];
  @Field(() => String, { description: 'The rules it was made by.' }) rulesVersion: string;
  @Field(() => String, {
    nullable: true,
    description: 'What was learnt of everybody’s words, as it was then. Null where nothing is shown.',
  })
  indexVersion: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'The set of weights it was made with; 0 is the one the hub came with. Null where nothing is shown.',
  })
  weightsVersion: number | null;
  @Field(() => Date, { description: 'When it was made.' }) at: Date;
  @Field(() => Boolean, { description: 'Names are hidden from the viewer until they ask for them.' })
  isBlind: boolean;
  @Field(() => Int, { description: 'How many of those that pass are in the band and country asked for.' })
  found: number;
  @Field(() => [Relaxed], { description: 'How many would pass were one essential dropped, or time widened.' })
  relaxed: Relaxed[];
  @Field(() => [String], {
    description: 'Where those that pass live, as ISO 3166 alpha-2. Empty where a match tells no country.',
  })
  countries: string[];
  @Field(() => [Nudge], { description: 'What is worth a second look in who was invited so far.' })
  nudges: Nudge[];
}

@ObjectType({
  description: 'How many people a request would find, and what keeps the others out. It names nobody.',
})
export class MatchPreview {
  @Field(() => Int, { description: 'How many people pass every gate.' }) remaining: number;
  @Field(() => Int, { description: 'How many people were looked at.' }) considered: number;
  @Field(() => [GateCount], { description: 'Where the others fell.' }) fell: GateCount[];
}

@ObjectType({ description: 'How many people meet a criterion.' })
export class Coverage {
  @Field(() => Criterion, { description: 'The criterion.' }) criterion: Criterion;
  @Field(() => Int, { description: 'How many people who are open to matching meet it.' }) people: number;
}
