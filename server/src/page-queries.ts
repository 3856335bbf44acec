import { parse, validate, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { plainly, whole } from './graphql.ts';
import type { Context } from './people/viewer.ts';

export interface PageAnswer {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[];
}

const MOST = 500;

/**
 * Answers what our own pages ask. Their queries are few and written by us: each is validated and compiled once, and
 * needs nothing of the pipeline that strangers' queries pass through.
 */
export class PageQueries {
  readonly #known = new Map<string, CompiledQuery | null>();
  readonly #schema: GraphQLSchema;
  readonly #fault: (error: unknown) => string;

  constructor(schema: GraphQLSchema, fault: (error: unknown) => string) {
    this.#schema = schema;
    this.#fault = fault;
  }

  /** The answer, or null for what is not a single valid query and goes the usual way. */
  async answer(text: string, variables: object, context: Context): Promise<PageAnswer | null> {
    const query = this.#compiled(text);
    if (!query) return null;
    const { data, errors } = whole(await query.query({}, context, variables));
    return errors
      ? { data, errors: errors.map((error) => plainly(error.toJSON(), error, this.#fault)) }
      : { data };
  }

  #compiled(text: string): CompiledQuery | null {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const made = this.#compile(text);
    if (this.#known.size < MOST) this.#known.set(text, made);
    return made;
  }

  #compile(text: string): CompiledQuery | null {
    const document = parse(text);
    if (!isOneQuery(document) || validate(this.#schema, document).length > 0) return null;
    const query = compileQuery(this.#schema, document);
    return isCompiledQuery(query) ? query : null;
  }
}

function isOneQuery({ definitions }: DocumentNode): boolean {
  const operations = definitions.filter((one) => one.kind === 'OperationDefinition');
  return operations.length === 1 && operations[0]?.operation === 'query';
}
