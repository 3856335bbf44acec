import { GraphQLError, parse, type DocumentNode, type GraphQLSchema, type ValidationRule } from 'graphql';
import { listTooLong, tooLarge } from './query-refusal.ts';
import { checkSize } from './query-size.ts';

/** What one operation may ask for. The same on HTTP and on the socket. */
export const LIMITS = {
  depth: 12,
  /** Schema explorers nest deeper, but only below `__schema` and `__type`. */
  introspectionDepth: 15,
  /** A field costs one; a list multiplies what is asked of each of its rows. */
  cost: 5_000,
  /** Fields renamed, or asked for twice in one place. */
  aliases: 15,
  directives: 10,
  tokens: 2_000,
  /** The whole request: one long text fits, a flood does not. */
  bodyBytes: 262_144,
  listArguments: 250,
};

export type Limits = typeof LIMITS;
export type Variables = Readonly<Record<string, unknown>>;

/** The limits as validation rules. A document is judged once for all variables, unless these are given. */
export function limitRules(limits: Limits, variables?: Variables): ValidationRule[] {
  return [
    (context) => ({
      Document: (document) => {
        const problem = whyTooLarge(context.getSchema(), document, limits, variables);
        if (problem) context.reportError(problem);
      },
    }),
  ];
}

/** Why this document is refused, with these variables if they are given, or null. Stops at the first reason. */
export function whyTooLarge(
  schema: GraphQLSchema,
  document: DocumentNode,
  limits: Limits,
  variables?: Variables,
): GraphQLError | null {
  return refusalOf(() => {
    if ((document.tokenCount ?? 0) > limits.tokens) tooManyTokens(limits);
    checkSize(schema, document, limits, variables);
  });
}

/** Why these variables are refused, or null: lists hide in them as well as in the text. */
export function whyVariablesTooLarge(variables: unknown, limits: Limits): GraphQLError | null {
  return refusalOf(() => checkVariable(variables, limits, 0));
}

const REMEMBERED = 1_000;
const LONGEST_REMEMBERED = 20_000;

/**
 * Judges the text of a query before anything costly happens to it: the usual validation compares fields in
 * pairs, which a few kilobytes make slow. Judgements are remembered; what does not parse is left to the server.
 */
export function queryGate(schema: GraphQLSchema, limits: Limits): (source: string) => GraphQLError | null {
  const judged = new Map<string, GraphQLError | null>();
  return (source) => {
    const before = judged.get(source);
    if (before !== undefined) return before;

    const judgement = refusalOf(() => {
      const document = parsed(source, limits);
      if (document) checkSize(schema, document, limits);
    });
    if (judged.size >= REMEMBERED) judged.clear();
    if (source.length <= LONGEST_REMEMBERED) judged.set(source, judgement);
    return judgement;
  };
}

function parsed(source: string, limits: Limits): DocumentNode | null {
  try {
    return parse(source, { maxTokens: limits.tokens });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('tokens. Parsing aborted'))
      tooManyTokens(limits);
    return null;
  }
}

const DEEPEST_INPUT = 20;

function checkVariable(value: unknown, limits: Limits, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST_INPUT) tooLarge(`The variables are nested more than ${DEEPEST_INPUT} levels deep.`);
  if (Array.isArray(value) && value.length > limits.listArguments) listTooLong(limits);
  for (const inner of Object.values(value)) checkVariable(inner, limits, depth + 1);
}

function tooManyTokens({ tokens }: Limits): never {
  return tooLarge(`This query is longer than ${tokens} words and signs.`);
}

function refusalOf(check: () => void): GraphQLError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
