import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { App } from '../app.ts';
import type { Viewer } from '../people/viewer.ts';
import { Renderer } from './feed-text.ts';
import { FLOODED, letGo, RESTARTING, SIGNED_OUT, TRY_AGAIN } from './letting-go.ts';
import { Lines, type Line } from './lines.ts';
import { MessageRate } from './message-rate.ts';
import { watchRights } from './revocation.ts';
import { subscribing } from './subscribing.ts';

const MOST_SOCKETS = 10;
const MOST_FRAME_BYTES = 64 * 1024;

/** The socket door: subscriptions to the feed and nothing else, for people who are signed in. */
export function socketDoor(app: App, server: Server): { close: () => void } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_FRAME_BYTES,
    // It would cost memory for every socket, and let a small message unfold into a large one.
    perMessageDeflate: false,
    handleProtocols: () => GRAPHQL_TRANSPORT_WS_PROTOCOL,
  });
  const lines = new Lines((sessionIds) => app.viewers.stillAmong(sessionIds));
  const renderer = new Renderer(app.schema);
  const origins = new Set(app.settings.trustedOrigins ?? [app.settings.origin]);

  app.closeSockets = ({ sessionId, personId }) => {
    for (const { socket, viewer } of lines)
      if (viewer.sessionId === sessionId || viewer.id === personId) letGo(socket, SIGNED_OUT, 'Signed out');
  };
  const unwatch = watchRights(app, lines);
  server.on('upgrade', (request, stream, head) => void upgrade(request, stream, head));

  async function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    // Until the socket is made nobody else listens, and a connection that breaks off would end the process.
    const broken = () => stream.destroy();
    stream.on('error', broken);
    const refusal = whyNotUpgrade(request, origins);
    if (refusal)
      return void stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    const viewer = await app.viewers.toStay(request.headers.cookie).catch(() => 'unknown' as const);
    if (stream.destroyed) return;
    sockets.handleUpgrade(request, stream, head, (socket) => {
      stream.off('error', broken);
      opened(socket, stream, viewer);
    });
  }

  function opened(socket: WebSocket, wire: Duplex, viewer: Viewer | null | 'unknown'): void {
    socket.on('error', () => letGo(socket, TRY_AGAIN, 'Try again'));
    if (viewer === 'unknown') return letGo(socket, TRY_AGAIN, 'Try again');
    if (!viewer) return letGo(socket, SIGNED_OUT, 'Sign in first');
    if (lines.of(viewer.id).size >= MOST_SOCKETS) return letGo(socket, TRY_AGAIN, 'Too many sockets');
    const line: Line = { socket, wire, viewer, followers: new Map() };
    const rate = new MessageRate();
    lines.add(line);
    const closed = subscribing(app, renderer, line).opened(
      {
        protocol: socket.protocol,
        send: (data) => new Promise((resolve) => socket.send(data, () => resolve())),
        close: (code = TRY_AGAIN, reason = '') => letGo(socket, code, reason),
        onMessage: (heard) =>
          socket.on('message', (data) => {
            if (socket.readyState !== socket.OPEN) return;
            if (!rate.allows()) return letGo(socket, FLOODED, 'Too many messages');
            heard(String(data)).catch(() => letGo(socket, TRY_AGAIN, 'Try again'));
          }),
      },
      {},
    );
    socket.once('close', (code, reason) => {
      for (const follower of line.followers.values()) follower.stop();
      lines.remove(line);
      void closed(code, String(reason));
    });
  }

  return {
    close: () => {
      unwatch();
      lines.stop();
      for (const { socket } of lines) letGo(socket, RESTARTING, 'Restarting');
      sockets.close();
    },
  };
}

/** Refused before anything costly happens, with an HTTP status. */
function whyNotUpgrade({ url, headers }: IncomingMessage, origins: ReadonlySet<string>): string | null {
  if (url?.split('?')[0] !== '/graphql') return '404 Not Found';
  // Browsers send cookies from any site: only pages of ours may use them.
  if (!origins.has(headers.origin ?? '')) return '403 Forbidden';
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  return offered.includes(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? null : '400 Bad Request';
}
