import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { isObjectType, isUnionType } from 'graphql';
import { buildSchema, getMetadataStorage, type NonEmptyArray } from 'type-graphql';
import { Feed } from './platform/feed.resolver.ts';
import { feedSubjects, subjectType } from './platform/feed.ts';
import { Instant } from './platform/instant.ts';
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
  const subject = schema.getType('FeedSubject');
  // Answered at once: neither the compiler nor the feed waits to learn a type.
  if (isUnionType(subject)) subject.resolveType = subjectType;
  const feed = schema.getSubscriptionType()?.getFields()['feed'];
  if (feed) feed.resolve = (item: unknown) => item;
  return schema;
}

/** A field that is only a property needs no resolver of its own: the executor reads it several times faster. */
function readPlainly(schema: GraphQLSchema): void {
  for (const { name, target, fields } of getMetadataStorage().objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of fields ?? []) {
      const isMethod = typeof (target.prototype as Record<string, unknown>)[field.name] === 'function';
      const resolved = getMetadataStorage().fieldResolvers.some(
        (other) => other.methodName === field.name && other.getObjectType?.() === target,
      );
      const built = type.getFields()[field.schemaName];
      if (built && !isMethod && !resolved && field.name === field.schemaName) delete built.resolve;
    }
  }
}
