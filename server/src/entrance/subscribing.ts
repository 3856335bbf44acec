import { GraphQLError, parse, validate, type DocumentNode } from 'graphql';
import { makeServer } from 'graphql-ws';
import type { App } from '../app.ts';
import { Follower } from '../platform/follower.ts';
import { whyTooMany } from '../platform/feed.resolver.ts';
import { LIMITS } from '../platform/limits.ts';
import { feedDocument, type FeedDocument, type Renderer } from './feed-text.ts';
import { FLOODED, letGo, SIGNED_OUT, TRY_AGAIN } from './letting-go.ts';
import type { Line } from './lines.ts';
import { SocketOutlet } from './outlet.ts';

const MOST_OPERATIONS = 50;
const INIT_WITHIN_MS = 3_000;

/** The protocol on one line: subscriptions to the feed and nothing else, under the limits that hold on HTTP. */
export function subscribing(app: App, renderer: Renderer, line: Line) {
  return makeServer({
    schema: app.schema,
    connectionInitWaitTimeout: INIT_WITHIN_MS,
    onConnect: ({ connectionParams }) => {
      const person = connectionParams?.['person'];
      if (person === undefined || person === line.viewer.id) return;
      // A page of somebody who has signed out must not go on as whoever signed in after them.
      letGo(line.socket, SIGNED_OUT, 'Somebody else signed in');
      return false;
    },
    onSubscribe: (_, id, { query, variables, operationName }) => {
      if (line.followers.size >= MOST_OPERATIONS) return letGo(line.socket, FLOODED, 'Too many operations');
      const refusal = app.whyRefused(query, variables);
      if (refusal) return [refusal];
      const document = prepared(app, query);
      if (Array.isArray(document)) return document;
      const asked = feedDocument(app.schema, document, operationName ?? null, variables ?? {});
      if (Array.isArray(asked)) return asked;
      const problem = whyNotFollow(asked);
      if (problem) return [problem];
      const outlet = new SocketOutlet(line, id, asked, renderer);
      const follower = new Follower(app.source, line.viewer.id, asked.cursors, outlet);
      line.followers.set(id, follower);
      return { schema: app.schema, document, contextValue: { follower, id, line } };
    },
    subscribe: ({ contextValue }) => follow(app, contextValue as Following),
  });
}

function whyNotFollow({ cursors }: FeedDocument): GraphQLError | null {
  try {
    whyTooMany(cursors);
    return null;
  } catch (error) {
    return error as GraphQLError;
  }
}

interface Following {
  follower: Follower;
  id: string;
  line: Line;
}

/** The follower writes to the socket itself; the protocol only learns when it is over. */
function follow(app: App, { follower, id, line }: Following): AsyncGenerator<never> {
  const running = follower.run().catch((error: unknown) => {
    app.settings.fault?.(error);
    letGo(line.socket, TRY_AGAIN, 'Try again');
  });
  const ended = running.then(() => ({ done: true as const, value: undefined as never }));
  const stop = async () => {
    follower.stop();
    line.followers.delete(id);
    return { done: true as const, value: undefined as never };
  };
  return {
    next: () => ended,
    return: stop,
    throw: stop,
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await stop()),
  };
}

const MOST_REMEMBERED = 100;
const preparedBefore = new Map<string, DocumentNode>();

function prepared(app: App, query: string): DocumentNode | GraphQLError[] {
  const before = preparedBefore.get(query);
  if (before) return before;
  try {
    const document = parse(query, { maxTokens: LIMITS.tokens });
    const problems = validate(app.schema, document);
    if (problems.length > 0) return [...problems];
    const [oldest] = preparedBefore.keys();
    if (oldest !== undefined && preparedBefore.size >= MOST_REMEMBERED) preparedBefore.delete(oldest);
    preparedBefore.set(query, document);
    return document;
  } catch (error) {
    return [error as GraphQLError];
  }
}
