import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { toNodeHandler } from 'better-auth/node';
import compression from 'compression';
import type { App } from '../app.ts';
import { EXPORT_PATH, exportDoor } from './export-door.ts';
import { graphqlDoor } from './graphql-door.ts';
import { pageDoor, type AskingRequest } from './page-door.ts';
import { readiness } from './readiness.ts';
import { choicesOf, isVisitor, SharedAnswers } from './shared-answers.ts';
import { UNSUBSCRIBE, unsubscribeDoor } from './unsubscribe-door.ts';

export type Pages = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export interface EntranceOptions {
  /** The pages; without them only the API answers. */
  pages?: Pages;
  /** How many proxies of ours stand before us: so many addresses of X-Forwarded-For are believed. */
  trustedProxies?: number;
  /** Told of each finished request, for the log. */
  finished?: (request: IncomingMessage, response: ServerResponse, ms: number) => void;
  draining?: () => boolean;
}

/** One port: the API, sign-in, health, and everything else is a page. */
export function entrance(app: App, options: EntranceOptions = {}): Server {
  const shared = new SharedAnswers();
  const pagesOf = pageDoor(app);
  const auth = toNodeHandler(app.signIn);
  const compress = compression({ threshold: 1_024 });

  const route = async (request: AskingRequest, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/healthz') return plain(response, 200, { status: 'alive' });
    if (path === '/readyz') return ready(app, response, options.draining?.() ?? false);
    const squeezed = (work: () => void): void => {
      if (!request.headers['accept-encoding']) {
        response.setHeader('vary', 'accept-encoding');
        return work();
      }
      compress(request as never, response as never, work);
    };
    if (path === '/graphql') return graphqlDoor(app, shared, request, response, squeezed);
    if (path.startsWith('/api/auth/')) {
      app.viewers.forget();
      await auth(request, response);
      return;
    }
    if (path === EXPORT_PATH) return exportDoor(app, request, response, squeezed);
    const [, ends] = UNSUBSCRIBE.exec(path) ?? [];
    if (ends && request.method === 'POST') return unsubscribeDoor(app, ends, request, response);
    if (!options.pages) return plain(response, 404, { message: 'There is no such address.' });
    const { pages } = options;
    request.hub = pagesOf;
    const show = (): void =>
      pages(request, response, () => plain(response, 404, { message: 'There is no such address.' }));
    if (request.method !== 'GET' || !isVisitor(request)) return squeezed(show);
    const { host, accept, 'accept-encoding': encoding, 'accept-language': language } = request.headers;
    const chosen = choicesOf(request);
    return shared.answer(
      `page ${host} ${request.url} ${accept} ${encoding} ${language} ${chosen}`,
      response,
      () => squeezed(show),
    );
  };

  return createServer(
    { requestTimeout: 30_000, headersTimeout: 15_000 },
    (request: AskingRequest, response) => {
      const started = performance.now();
      vouch(request, options.trustedProxies ?? 0);
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
      response.setHeader('x-request-id', String(request.headers['x-request-id']));
      if (options.finished)
        response.once('close', () => options.finished?.(request, response, performance.now() - started));
      route(request, response).catch((error: unknown) => fail(app, response, error));
    },
  );
}

/** Headers that our own code believes are set here, never taken from outside unless a proxy of ours says them. */
function vouch(request: IncomingMessage, proxies: number): void {
  const { headers, socket } = request;
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim());
  const told = proxies > 0 ? forwarded.at(-proxies) : undefined;
  const proto = proxies > 0 ? headers['x-forwarded-proto'] : undefined;
  headers['x-hub-address'] = told || socket.remoteAddress || 'unknown';
  headers['x-hub-proto'] =
    proto === 'https' || proto === 'http' ? proto : 'encrypted' in socket ? 'https' : 'http';
  headers['x-request-id'] = randomUUID();
}

async function ready(app: App, response: ServerResponse, draining: boolean): Promise<void> {
  const report = await readiness(app, draining);
  plain(response, report.ready ? 200 : 503, report);
}

function plain(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

function fail(app: App, response: ServerResponse, error: unknown): void {
  const reference = app.settings.fault?.(error) ?? 'unknown';
  if (response.headersSent) return void response.destroy();
  plain(response, 500, { message: 'Something went wrong on our side.', reference });
}
