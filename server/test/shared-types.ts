import { getNamedType, isObjectType, isUnionType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/**
 * One execution is sent to everybody, so nothing that the feed shows may depend on who looks. A field without a
 * resolver is read from the row that was loaded for the stream, and has nobody to ask: every other field is named here.
 */
export function viewerDependent(schema: GraphQLSchema): string[] {
  const shared = typesBelow(schema, 'FeedItem');
  const asked = typesBelow(schema, 'Query', 'feedSince');
  return [...shared].flatMap((type) => [
    ...(asked.has(type) ? [`${type.name} is shown to a viewer too: the feed has types of its own.`] : []),
    ...Object.values(type.getFields()).flatMap((field) => [
      ...(field.resolve ? [`${type.name}.${field.name} is computed.`] : []),
      ...(field.args.length > 0 ? [`${type.name}.${field.name} takes an argument.`] : []),
    ]),
  ]);
}

/** What staff hear of who answered, was invited or asks for more time, before and after names are shown. */
const NAMELESS: Record<string, string[]> = {
  FeedResponse: ['id', 'requestId', 'state', 'version'],
  FeedInvitation: ['id', 'requestId', 'at'],
  FeedMoreTime: ['id', 'requestId', 'isGiven', 'version'],
};

/** Fields by which the staff stream could name somebody: whoever adds one thinks of the blind first pass. */
export function naming(schema: GraphQLSchema): string[] {
  return Object.entries(NAMELESS).flatMap(([name, known]) => {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
    return fields
      .filter((field) => !known.includes(field))
      .map((field) => `${name}.${field} may name somebody.`);
  });
}

function typesBelow(schema: GraphQLSchema, from: string, except = ''): Set<GraphQLObjectType> {
  const found = new Set<GraphQLObjectType>();
  const waiting = [schema.getType(from)];
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    if (isUnionType(type)) waiting.push(...type.getTypes());
    if (!isObjectType(type) || found.has(type)) continue;
    if (type.name !== 'Query') found.add(type);
    for (const field of Object.values(type.getFields()))
      if (field.name !== except) waiting.push(getNamedType(field.type));
  }
  return found;
}

/** Which of these people a text gives away, by anything that leads to them. */
export function namesIn(
  text: string,
  people: { id: string; handle: string; displayName: string }[],
): string[] {
  return people
    .filter(({ id, handle, displayName }) => [id, handle, displayName].some((word) => text.includes(word)))
    .map(({ displayName }) => displayName);
}
