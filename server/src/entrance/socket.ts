import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type GraphQLError, parse, validate, type DocumentNode } from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { App } from '../app.ts';
import type { Viewer } from '../people/viewer.ts';
import { Follower } from '../platform/follower.ts';
import { LIMITS } from '../platform/limits.ts';
import { whyTooMany } from '../platform/feed.resolver.ts';
import { feedDocument, Renderer } from './feed-text.ts';
import { Outlet } from './outlet.ts';
import { watchRights } from './revocation.ts';

const MOST_OPERATIONS = 50;
const MOST_SOCKETS = 10;
const RECHECK_MS = 60_000;

interface Line {
  socket: WebSocket;
  viewer: Viewer;
  followers: Map<string, Follower>;
}

/** The socket door: subscriptions to the feed and nothing else, for people who are signed in. */
export function socketDoor(app: App, server: Server): { close: () => void } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 64 * 1024,
    perMessageDeflate: false,
    handleProtocols: (offered) =>
      offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
  });
  const lines = new Set<Line>();
  const renderer = new Renderer(app.schema);
  const origins = new Set(app.settings.trustedOrigins ?? [app.settings.origin]);

  app.closeSockets = ({ sessionId, personId }) => {
    for (const line of lines) {
      if (line.viewer.sessionId === sessionId || line.viewer.id === personId)
        line.socket.close(4401, 'Signed out');
    }
  };
  const unwatch = watchRights(app, lines);
  server.on('upgrade', (request, stream, head) => void upgrade(request, stream, head));

  async function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const refuse = (status: string) =>
      stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    if (request.url?.split('?')[0] !== '/graphql') return void refuse('404 Not Found');
    // Browsers send cookies from any site: only pages of ours may use them.
    if (!origins.has(request.headers.origin ?? '')) return void refuse('403 Forbidden');
    const viewer = await app.viewers.of(request.headers.cookie).catch(() => null);
    sockets.handleUpgrade(request, stream, head, (socket) => opened(socket, viewer));
  }

  function opened(socket: WebSocket, viewer: Viewer | null): void {
    socket.on('error', () => socket.terminate());
    if (!viewer) return socket.close(4401, 'Sign in first');
    const mine = [...lines].filter((line) => line.viewer.id === viewer.id);
    if (mine.length >= MOST_SOCKETS) return socket.close(1013, 'Too many sockets');
    const line: Line = { socket, viewer, followers: new Map() };
    lines.add(line);
    const closed = protocol(line).opened(
      {
        protocol: socket.protocol,
        send: (data) => new Promise((resolve) => socket.send(data, () => resolve())),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (heard) =>
          socket.on('message', (data) => {
            heard(String(data)).catch(() => socket.close(1013, 'Try again'));
          }),
      },
      {},
    );
    const recheck = setInterval(() => {
      app.viewers.still(viewer.sessionId).then(
        (still) => still || socket.close(4401, 'Signed out'),
        () => {},
      );
    }, RECHECK_MS);
    const beat = setInterval(() => socket.ping(), 12_000);
    socket.once('close', (code, reason) => {
      clearInterval(recheck);
      clearInterval(beat);
      for (const follower of line.followers.values()) follower.stop();
      lines.delete(line);
      void closed(code, String(reason));
    });
  }

  function protocol(line: Line) {
    return makeServer({
      schema: app.schema,
      connectionInitWaitTimeout: 3_000,
      onSubscribe: (_, id, { query, variables, operationName }) => {
        if (line.followers.size >= MOST_OPERATIONS) return line.socket.close(1013, 'Too many operations');
        const refusal = app.whyRefused(query, variables);
        if (refusal) return [refusal];
        const prepared = prepare(app, query);
        if (Array.isArray(prepared)) return prepared;
        const document = feedDocument(app.schema, prepared, operationName ?? null, variables ?? {});
        if (Array.isArray(document)) return document;
        const { cursors } = document;
        try {
          whyTooMany(cursors);
        } catch (error) {
          return [error as GraphQLError];
        }
        const outlet = new Outlet(line.socket, id);
        const follower = new Follower(app.source, line.viewer.id, cursors, async (item, read) =>
          outlet.write(await renderer.textOf(document, item, read)),
        );
        line.followers.set(id, follower);
        return { schema: app.schema, document: prepared, contextValue: { follower, id, line, outlet } };
      },
      subscribe: ({ contextValue }) => follow(app, contextValue as Following),
    });
  }

  return {
    close: () => {
      unwatch();
      for (const { socket } of lines) socket.close(1012, 'Restarting');
      sockets.close();
    },
  };
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
    line.socket.close(1013, 'Try again');
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

const parsedBefore = new Map<string, DocumentNode>();

function prepare(app: App, query: string): DocumentNode | GraphQLError[] {
  const before = parsedBefore.get(query);
  if (before) return before;
  try {
    const document = parse(query, { maxTokens: LIMITS.tokens });
    const problems = validate(app.schema, document);
    if (problems.length > 0) return [...problems];
    if (parsedBefore.size >= 100) parsedBefore.clear();
    parsedBefore.set(query, document);
    return document;
  } catch (error) {
    return [error as GraphQLError];
  }
}
