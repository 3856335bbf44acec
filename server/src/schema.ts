import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { isUnionType } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { Feed } from './platform/feed.resolver.ts';
import { feedSubjects, subjectType } from './platform/feed.ts';
import { Instant } from './platform/instant.ts';
import { callPlainly, readPlainly } from './plain-fields.ts';
import { slices } from './slices.ts';

/** The contract, from code. */
export async function hubSchema(): Promise<GraphQLSchema> {
  feedSubjects(slices.flatMap(({ subjects }) => subjects));
  const resolvers = [Feed, ...slices.flatMap((slice) => slice.resolvers)] as unknown as NonEmptyArray<
    () => void
  >;
  const schema = await buildSchema({
    resolvers,
    validate: false,
    scalarsMap: [{ type: Date, scalar: Instant }],
    // Nothing is published through this: the log is the truth, and followers read it.
    pubSub: {
      publish: () => {},
      subscribe: () => Promise.reject(new Error('The feed is followed on the socket.')) as never,
    },
  });
  readPlainly(schema);
  callPlainly(schema);
  const subject = schema.getType('FeedSubject');
  // Answered at once: neither the compiler nor the feed waits to learn a type.
  if (isUnionType(subject)) subject.resolveType = subjectType;
  const feed = schema.getSubscriptionType()?.getFields()['feed'];
  if (feed) feed.resolve = (item: unknown) => item;
  return schema;
}
