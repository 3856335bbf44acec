import { randomUUIDv7 } from 'node:crypto';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** A new global id: UUID version 7, so that rows made together lie together. */
export function newId(): string {
  return randomUUIDv7();
}

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isId(value: unknown): value is string {
  return typeof value === 'string' && SHAPE.test(value);
}

function parseId(value: unknown): string {
  if (isId(value)) return value.toLowerCase();
  throw new GraphQLError('This is not a UUID.');
}

export const Uuid = new GraphQLScalarType({
  name: 'UUID',
  description: 'A universally unique identifier in its usual 36-character form.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc9562',
  serialize: String,
  parseValue: parseId,
  parseLiteral: (node) => parseId(node.kind === Kind.STRING ? node.value : null),
});
