import {
  execute,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  valueFromAST,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { FeedItem } from '../platform/feed.ts';
import type { CursorInput } from '../platform/log.ts';
import type { FeedRead } from '../platform/feed-read.ts';
import { Words } from '../platform/outlet.ts';

/** What a follower asked to be told of each item. */
export interface FeedDocument {
  document: DocumentNode;
  operationName: string | null;
  variables: Record<string, unknown>;
  cursors: CursorInput[];
  /** Followers with the same key are told the same words. */
  key: string;
}

/** The document with its variables made sure of, or why it cannot be followed. */
export function feedDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  raw: Record<string, unknown>,
): FeedDocument | GraphQLError[] {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'subscription')
    return [new GraphQLError('Only the feed is followed on the socket.')];
  const { errors, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], raw, {
    maxErrors: 5,
  });
  if (errors) return [...errors];
  const field = operation.selectionSet.selections.find(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === 'feed',
  );
  const argument =
    field?.kind === Kind.FIELD ? field.arguments?.find(({ name }) => name.value === 'cursors') : undefined;
  const cursors =
    argument && (valueFromAST(argument.value, cursorsType(schema), coerced) as CursorInput[] | undefined);
  if (!cursors) return [new GraphQLError('Follow the field feed with its cursors.')];
  const key = `${numberOf(document)} ${operationName ?? ''} ${JSON.stringify({ ...raw, cursors: null })}`;
  return { document, operationName, variables: raw, cursors, key };
}

function cursorsType(schema: GraphQLSchema): GraphQLInputType {
  const type = schema.getSubscriptionType()?.getFields()['feed']?.args[0]?.type;
  if (!type) throw new Error('The schema has no feed.');
  return type;
}

const numbers = new WeakMap<DocumentNode, number>();
let documents = 0;

function numberOf(document: DocumentNode): number {
  const before = numbers.get(document);
  if (before) return before;
  numbers.set(document, ++documents);
  return documents;
}

/** Turns items into text: once for each stretch of a stream and document, however many follow it. */
export class Renderer {
  readonly #schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  textOf(asked: FeedDocument, item: FeedItem, read?: FeedRead): Promise<Words> {
    const before = read?.rendered.get(asked.key);
    if (before) return before;
    const text = this.#rendered(asked, item);
    read?.rendered.set(asked.key, text);
    return text;
  }

  async #rendered({ document, operationName, variables }: FeedDocument, item: FeedItem): Promise<Words> {
    // No viewer in the context: a field that depended on one would have nothing to ask.
    const asked = { schema: this.#schema, document, operationName, variableValues: variables };
    return new Words(JSON.stringify(await execute({ ...asked, rootValue: item, contextValue: {} })));
  }
}
