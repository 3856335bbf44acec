import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '../app.ts';
import { unsubscribe } from '../mail/unsubscribe.ts';

export const UNSUBSCRIBE = /^\/unsubscribe\/([\w.-]{1,100})$/;

const MOST_BYTES = 1_024;

/**
 * Mail programs post here without a page, a cookie or an origin, as RFC 8058 has it, so it stands before the pages.
 * Whoever holds the address may; a person at our page is sent back to it.
 */
export async function unsubscribeDoor(
  app: App,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isPerson = new URLSearchParams(await bodyOf(request)).get('from') === 'page';
  const isKnown = await unsubscribe(app, address);
  response.setHeader('cache-control', 'no-store');
  if (isPerson) {
    response.writeHead(303, { location: `/unsubscribe/${address}` });
    return void response.end();
  }
  response.writeHead(isKnown ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(isKnown ? 'You will get no more of these mails.\n' : 'There is no such thing.\n');
}

/** As much as such a form can hold. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) if (body.length < MOST_BYTES) body += String(part);
  return body.slice(0, MOST_BYTES);
}
