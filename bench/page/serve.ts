// The bare page's server: the same adapter as the hub's pages, and nothing around it.
import { createServer, type RequestListener } from 'node:http';

process.env['PROTOCOL_HEADER'] ??= 'x-hub-proto';
const built = new URL('./build/handler.js', import.meta.url);
const { handler } = (await import(built.href)) as { handler: RequestListener };

createServer((request, response) => {
  if (request.url === '/healthz') return response.end('{}');
  request.headers['x-hub-proto'] = 'http';
  return handler(request, response);
}).listen(Number(process.env['PORT']));
process.on('SIGTERM', () => process.exit(0));
