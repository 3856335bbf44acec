import { createUnionType, Field, Int, ObjectType, registerEnumType, type ClassType } from 'type-graphql';
import type { EntityManager } from './database.ts';

/** What a slice shows in the feed: its own type, without any field that depends on who is looking. */
export interface FeedSubjectKind {
  /** The part of the event type before the dot. */
  kind: string;
  type: ClassType;
  /** The subjects that are in this stream today; what is missing becomes a tombstone. */
  load(em: EntityManager, stream: string, ids: string[]): Promise<Map<string, object>>;
}

/** Who may read the streams of one kind. Answers with the readable ones among those asked. */
export interface Audience {
  kind: string;
  readable(em: EntityManager, actorId: string, streams: string[]): Promise<string[]>;
}

@ObjectType({ description: 'The subject is no longer in this stream: erased, moved or hidden.' })
export class Gone {
  @Field(() => String, { description: 'Which thing it was.' }) id: string;
}

const subjectTypes: ClassType[] = [];
const typeNames = new Map<string, string>();

/** Tells the schema which subjects there are. Called once, before the schema is built. */
export function feedSubjects(kinds: FeedSubjectKind[]): void {
  subjectTypes.splice(0, subjectTypes.length, ...new Set(kinds.map(({ type }) => type)));
  for (const { kind, type } of kinds) typeNames.set(kind, type.name);
}

/** Which type a subject is of: rows have no class, so the reader notes the kind on them. */
export function subjectType(subject: { feedKind?: string }): string {
  return typeNames.get(subject.feedKind ?? '') ?? Gone.name;
}

export const FeedSubject = createUnionType({
  name: 'FeedSubject',
  description: 'What an event is about, as it stands now.',
  types: () => [Gone, ...subjectTypes],
});

@ObjectType({ description: 'One committed change.' })
export class FeedEvent {
  @Field(() => Int, { description: 'Its number in the stream; numbers have no gaps.' }) seq: number;
  @Field(() => String, { description: 'What happened, such as reply.posted.' }) type: string;
  @Field(() => String, { description: 'What it is about.' }) subjectId: string;
  @Field(() => Int, { description: 'Apply only if greater than the version held.' }) subjectVersion: number;
  @Field(() => Date, { description: 'When it was written.' }) at: Date | string;
  @Field(() => FeedSubject, { description: 'The subject as it stands now.' }) subject: object;
}

@ObjectType({ description: 'Every event of the stream after fromSeq, up to and with toSeq.' })
export class Batch {
  @Field(() => String, { description: 'The stream.' }) stream: string;
  @Field(() => Int, { description: 'Take it only if this is your cursor.' }) fromSeq: number;
  @Field(() => Int, { description: 'Your cursor once it is applied.' }) toSeq: number;
  @Field(() => [FeedEvent], { description: 'The events, in order.' }) events: FeedEvent[];
  constructor(batch: Pick<Batch, 'stream' | 'fromSeq' | 'toSeq' | 'events'>) {
    Object.assign(this, batch);
  }
}

@ObjectType({ description: 'All that was there when you asked has been sent; what follows is new.' })
export class CaughtUp {
  @Field(() => Date, { description: 'The moment up to which nothing is missing.' }) at: Date;
  constructor(at: Date) {
    this.at = at;
  }
}

export enum ResetReason {
  TRIMMED = 'TRIMMED',
  EPOCH = 'EPOCH',
  AHEAD = 'AHEAD',
  MERGED = 'MERGED',
}
registerEnumType(ResetReason, {
  name: 'ResetReason',
  description: 'Why a cursor is worth nothing any more.',
  valuesConfig: {
    TRIMMED: { description: 'The events after it are no longer kept.' },
    EPOCH: { description: 'The database was restored or changed over.' },
    AHEAD: { description: 'It is ahead of the stream.' },
    MERGED: { description: 'The stream went on in its successor.' },
  },
});

@ObjectType({ description: 'Fetch the page again: this cursor cannot be followed.' })
export class Reset {
  @Field(() => String, { description: 'The stream.' }) stream: string;
  @Field(() => ResetReason, { description: 'Why.' }) reason: ResetReason;
  @Field(() => String, { nullable: true, description: 'Where it goes on, when merged.' }) successor:
    string | null;
  constructor(stream: string, reason: ResetReason, successor: string | null = null) {
    Object.assign(this, { stream, reason, successor });
  }
}

@ObjectType({ description: 'You may not, or no longer, read this stream: forget what you hold of it.' })
export class AccessChanged {
  @Field(() => String, { description: 'The stream.' }) stream: string;
  constructor(stream: string) {
    this.stream = stream;
  }
}

@ObjectType({ description: 'How far one stream has come.' })
export class StreamHead {
  @Field(() => String, { description: 'The stream.' }) stream: string;
  @Field(() => Int, { description: 'The number of its newest event.' }) head: number;
}

@ObjectType({
  description: 'Proof of completeness: with these heads reached, you are up to date at this moment.',
})
export class Heads {
  @Field(() => [StreamHead], { description: 'Each followed stream.' }) heads: StreamHead[];
  @Field(() => Date, { description: 'When the heads were read.' }) at: Date;
  constructor(heads: StreamHead[], at: Date) {
    Object.assign(this, { heads, at });
  }
}

export const FeedItem = createUnionType({
  name: 'FeedItem',
  description: 'One message of the live feed.',
  types: () => [Batch, CaughtUp, Reset, AccessChanged, Heads] as const,
});
export type FeedItem = Batch | CaughtUp | Reset | AccessChanged | Heads;
