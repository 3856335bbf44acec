import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import type { App } from '../app.ts';
import { LIMITS } from '../platform/limits.ts';
import { preferredOf, type Language } from '../platform/say/generated/languages.ts';
import { speaking } from '../platform/say/locale.ts';
import { isVisitor, type SharedAnswers } from './shared-answers.ts';

/** GraphQL over HTTP. */
export async function graphqlDoor(
  app: App,
  shared: SharedAnswers,
  request: IncomingMessage,
  response: ServerResponse,
  squeezed: (work: () => void) => void,
): Promise<void> {
  const body = await readBody(request, response);
  if (body === null) return;
  const respond = () => {
    answer(app, request, response, body).catch((error: unknown) => response.destroy(error as Error));
  };
  if (isVisitor(request) && request.method === 'POST' && !/\bmutation\b/.test(body)) {
    const key = `graphql ${request.headers['content-type'] ?? ''} ${request.headers.accept ?? ''} ${request.headers['accept-encoding'] ?? ''} ${languageOf(request)} ${body}`;
    return shared.answer(key, response, () => squeezed(respond));
  }
  squeezed(respond);
}

async function answer(
  app: App,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  const asked = parsed(body);
  const { query, variables } = (asked ?? {}) as { query?: unknown; variables?: unknown };
  const refusal = app.whyRefused(query, variables);
  if (refusal) {
    response.writeHead(400, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
    return void response.end(
      JSON.stringify({ errors: [{ message: refusal.message, extensions: refusal.extensions }] }),
    );
  }
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const address = request.url ?? '';
  const operation = {
    httpGraphQLRequest: {
      method: (request.method ?? 'GET').toUpperCase(),
      headers,
      search: address.includes('?') ? address.slice(address.indexOf('?')) : '',
      body: asked,
    },
    context: async () => app.contextFor(await app.viewers.of(request.headers.cookie)),
  };
  const result = await speaking(languageOf(request), () => app.apollo.executeHTTPGraphQLRequest(operation));
  response.statusCode = result.status ?? 200;
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.setHeader('cache-control', 'no-store');
  if (result.body.kind === 'complete') {
    response.end(result.body.string);
    return;
  }
  for await (const chunk of result.body.asyncIterator) response.write(chunk);
  response.end();
}

/** What the caller wants to be told in: problems and reasons are sentences. */
function languageOf(request: IncomingMessage): Language {
  return preferredOf(request.headers['accept-language'] ?? null);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The whole body, or null when it was too large and has been refused. */
async function readBody(request: IncomingMessage, response: ServerResponse): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > LIMITS.bodyBytes) {
      response.writeHead(413, { 'content-type': 'application/json', connection: 'close' });
      response.end(
        JSON.stringify({
          errors: [{ message: 'The request is too large.', extensions: { code: 'QUERY_TOO_LARGE' } }],
        }),
      );
      return null;
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
