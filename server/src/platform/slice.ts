import type { Constructor } from '@mikro-orm/core';
import type { NonEmptyArray } from 'type-graphql';
import type { Audience, FeedSubjectKind } from './feed.ts';

/** What one slice brings: the only thing it exports to the house. */
export interface Slice {
  name: string;
  entities: Constructor<object>[];
  resolvers: NonEmptyArray<Constructor<object>>;
  /** What its events are about, as the feed shows it. */
  subjects: FeedSubjectKind[];
  /** Who may read its streams. */
  audiences: Audience[];
}
