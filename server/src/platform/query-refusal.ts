import { GraphQLError } from 'graphql';
import type { Limits } from './limits.ts';

/** Refuses a query with one plain sentence. */
export function tooLarge(sentence: string): never {
  throw new GraphQLError(sentence, { extensions: { code: 'QUERY_TOO_LARGE' } });
}

/** What a part of a query asks for. */
export interface Size {
  depth: number;
  introspectionDepth: number;
  cost: number;
  aliases: number;
  directives: number;
}

export const NOTHING: Size = { depth: 0, introspectionDepth: 0, cost: 0, aliases: 0, directives: 0 };

/** Puts two parts that stand side by side together. Whatever holds too large a part is too large. */
export function together(a: Size, b: Size, limits: Limits): Size {
  const size = {
    depth: Math.max(a.depth, b.depth),
    introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
    cost: a.cost + b.cost,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
  };
  const { depth, introspectionDepth, cost, aliases, directives } = limits;
  if (size.depth > depth) tooLarge(`This query is nested more than ${depth} fields deep.`);
  if (size.introspectionDepth > introspectionDepth)
    tooLarge(`This query looks more than ${introspectionDepth} fields deep into the schema.`);
  if (size.cost > cost)
    tooLarge('This query asks for too much at once: ask for fewer fields or shorter pages.');
  if (size.aliases > aliases) tooLarge(`This query renames or repeats more than ${aliases} fields.`);
  if (size.directives > directives) tooLarge(`This query uses more than ${directives} directives.`);
  return size;
}

export function listTooLong({ listArguments }: Limits): never {
  return tooLarge(`A list in this query holds more than ${listArguments} values.`);
}
