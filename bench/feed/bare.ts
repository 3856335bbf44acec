// The least a server can do: the same bytes to every socket, again and again. POST /?times=…&every=… with the text.
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocketServer } from 'ws';

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/healthz') return response.end('{}');
  let text = '';
  for await (const part of request) text += String(part);
  for (let n = Number(searchParams.get('times')); n > 0; n--) {
    for (const socket of sockets.clients) socket.send(text);
    await wait(Number(searchParams.get('every')));
  }
  return response.end('{}');
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
server.listen(Number(process.env['PORT']));
process.on('SIGTERM', () => process.exit(0));
