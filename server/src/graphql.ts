import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  execute,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLErrorExtensions,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Context } from './people/viewer.ts';
import { LIMITS } from './platform/limits.ts';

export type Apollo = ApolloServer<Context>;

const MOST_COMPILED = 500;

/** Apollo with compiled queries, our limits, and faults that tell the person a plain sentence. */
export async function apolloFor(schema: GraphQLSchema, fault: (error: unknown) => string): Promise<Apollo> {
  const compiled = new WeakMap<DocumentNode, Map<string, CompiledQuery>>();
  const apollo = new ApolloServer<Context>({
    gateway: {
      onSchemaLoadOrUpdate(told) {
        told({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => {};
      },
      load: async () => ({
        executor: async (asked) => {
          const variableValues = asked.request.variables ?? {};
          // Apollo names an operation that is not there only once we have answered.
          const kind = (asked.operation as OperationDefinitionNode | undefined)?.operation;
          if (!kind) return { errors: [new GraphQLError('There is no operation of this name.')] } as never;
          if (kind === 'subscription') return { errors: [onSocket()] } as never;
          if (kind === 'mutation') {
            // The compiler leaves out the defaults of input fields, which mutations have.
            return execute({
              schema,
              document: asked.document,
              contextValue: asked.context,
              variableValues,
              operationName: asked.operationName,
            }) as never;
          }
          const query = compiledFor(schema, compiled, asked.document, asked.operationName ?? '');
          if (!isCompiledQuery(query)) return query as ExecutionResult as never;
          return whole(await query.query({}, asked.context, variableValues)) as never;
        },
      }),
      stop: async () => {},
    },
    introspection: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    parseOptions: { maxTokens: LIMITS.tokens },
    stopOnTerminationSignals: false,
    logger: {
      debug: () => {},
      info: () => {},
      warn: () => {},
      error: (message: unknown) => void fault(message),
    },
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled()],
    formatError: (formatted, error) => plainly(formatted, error, fault),
  });
  await apollo.start();
  return apollo;
}

function onSocket(): GraphQLError {
  const extensions = { code: 'BAD_REQUEST', http: { status: 400 } };
  return new GraphQLError('The feed is followed on the socket; feedSince answers here.', { extensions });
}

function compiledFor(
  schema: GraphQLSchema,
  known: WeakMap<DocumentNode, Map<string, CompiledQuery>>,
  document: DocumentNode,
  operationName: string,
): CompiledQuery | ExecutionResult {
  const operations = known.get(document) ?? new Map<string, CompiledQuery>();
  known.set(document, operations);
  const before = operations.get(operationName);
  if (before) return before;
  const query = compileQuery(schema, document, operationName || undefined);
  if (isCompiledQuery(query) && operations.size < MOST_COMPILED) operations.set(operationName, query);
  return query;
}

/** The compiler's errors lack what Apollo reads of an error. */
export function whole(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map(
    ({ message, nodes, path, originalError, extensions }) =>
      new GraphQLError(message, {
        nodes: nodes ?? null,
        path: path ?? null,
        originalError: originalError ?? null,
        extensions:
          (originalError as { extensions?: GraphQLErrorExtensions } | undefined)?.extensions ??
          extensions ??
          {},
      }),
  );
  return { ...result, errors };
}

const CLIENT_CODES = new Set([
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'SECOND_STEP_NEEDED',
  'BAD_USER_INPUT',
  'QUERY_TOO_LARGE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** The database was given a zero byte: in an address or a search, because texts to be kept are cleaned before. */
const UNSTORABLE = '22021';

/** What the person did wrong is told as it is; what we did wrong is logged and told as one sentence. */
export function plainly(
  formatted: GraphQLFormattedError,
  error: unknown,
  fault: (error: unknown) => string,
): GraphQLFormattedError {
  const code = String(formatted.extensions?.code ?? '');
  const { message, path, locations } = formatted;
  if (CLIENT_CODES.has(code)) return { message, path, locations, extensions: { code } };
  const original = error instanceof GraphQLError ? error.originalError : error;
  // A wrong variable or literal: the executor's own words about the input, without a fault behind it.
  if (!original && error instanceof GraphQLError && !path)
    return { message, locations, extensions: { code: 'BAD_USER_INPUT' } };
  if ((original as { code?: unknown } | undefined)?.code === UNSTORABLE)
    return {
      message: 'This holds a character that no text can hold.',
      path,
      extensions: { code: 'BAD_USER_INPUT' },
    };
  const reference = fault(original ?? error);
  return {
    message: `Something went wrong on our side. Nothing was lost; try again. Reference: ${reference}`,
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
  };
}
