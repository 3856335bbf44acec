import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, type Connection } from '../platform/connection.ts';
import { Stretch } from './marks.ts';

export enum HitKind {
  DISCUSSION = 'DISCUSSION',
  REQUEST = 'REQUEST',
  PERSON = 'PERSON',
  GROUP = 'GROUP',
}
registerEnumType(HitKind, {
  name: 'HitKind',
  description: 'What a search finds.',
  valuesConfig: {
    DISCUSSION: { description: 'Discussions, by their title and by every reply the viewer may read.' },
    REQUEST: { description: 'Requests, by as much of them as the viewer may read.' },
    PERSON: { description: 'People, by what their profile shows the viewer.' },
    GROUP: { description: 'Groups and strands, by name and purpose.' },
  },
});

@ObjectType({ description: 'One thing that was found.' })
export class Hit {
  @Field(() => ID, { description: 'The id of what was found.' }) id: string;
  @Field(() => HitKind, { description: 'What it is.' }) kind: HitKind;
  @Field(() => String, { description: 'Where it stands in the hub.' }) href: string;
  @Field(() => [Stretch], { description: 'Its name.' }) title: Stretch[];
  @Field(() => [Stretch], { description: 'The part of its text that fits.' }) snippet: Stretch[];
  @Field(() => String, {
    nullable: true,
    description: 'Where it belongs: the group, the programme, or the person’s profession.',
  })
  where: string | null;
  @Field(() => Date, { nullable: true, description: 'When it last changed; none for people and groups.' })
  at: Date | string | null;
  @Field(() => Int, { nullable: true, description: 'The number of the reply that fits, if one does.' })
  replyNumber: number | null;
}

@ObjectType({ description: 'How much of one kind was found.' })
export class HitCount {
  @Field(() => HitKind, { description: 'The kind.' }) kind: HitKind;
  @Field(() => Int, { description: 'How many the viewer may see; at most 1,000 are counted.' }) count: number;
  @Field(() => Boolean, { description: 'There are more than were counted.' }) isMore: boolean;
}

export const HitConnection = connectionOf(Hit);

@ObjectType({ description: 'The answer to a search.' })
export class Search {
  @Field(() => [String], { description: 'The words and phrases that were looked for.' }) terms: string[];
  @Field(() => [HitCount], { description: 'How much of each kind was found.' }) counts: HitCount[];
  @Field(() => HitConnection, {
    description: 'What was found: of one kind a page, of all kinds the first few of each.',
  })
  hits: Connection<Hit>;
  @Field(() => String, {
    nullable: true,
    description: 'The same search with a word that the viewer can find in place of one that nothing holds.',
  })
  suggestion: string | null;
}
