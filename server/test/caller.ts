import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createClient, type Client } from 'graphql-ws';
import { afterAll, beforeAll, expect } from 'vitest';
import { WebSocket } from 'ws';
import { entrance } from '../src/entrance/server.ts';
import { socketDoor } from '../src/entrance/socket.ts';
import type { Data } from './as.ts';
import { hub } from './hub.ts';

/** Somebody who calls at the real door: over HTTP and on a socket, with a cookie. */
export const ORIGIN = 'http://localhost:3000';

export interface Refusal {
  message: string;
  extensions: { code: string };
}

/** One message of the feed, as FOLLOW asks for it. */
export interface Item {
  __typename: string;
  fromSeq?: number;
  toSeq?: number;
  events?: { type: string; subject: { number: number } }[];
}

export const FOLLOW = `subscription ($cursors: [CursorInput!]!) { feed(cursors: $cursors) { __typename
  ... on Batch { stream fromSeq toSeq events { seq type subject { __typename ... on FeedReply { number html author { displayName } } } } }
  ... on AccessChanged { stream } ... on Reset { stream reason } } }`;

export let address = '';
let close = () => {};
beforeAll(async () => {
  const app = await hub();
  const server = entrance(app);
  const sockets = socketDoor(app, server);
  server.listen(0);
  await once(server, 'listening');
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => {
    sockets.close();
    server.closeAllConnections();
    server.close();
  };
});
afterAll(() => close());

export const PASSWORD = 'correct horse battery';

/** Signs up over HTTP and answers with the cookie. */
export async function signUp(name: string, email = `${randomUUID()}@example.org`): Promise<string> {
  const response = await enter('/sign-up/email', { name, email, password: PASSWORD });
  expect(response.status).toBe(200);
  return cookieOf(response);
}

/** Asks the sign-in library at its door. */
export function enter(path: string, body: object | null, headers: Record<string, string> = {}) {
  return fetch(`http://${address}/api/auth${path}`, {
    method: body ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', origin: ORIGIN, ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
}

/** What the browser would send back; what was taken away is left out. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .filter((line) => !/max-age=0/i.test(line))
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Asks over HTTP. */
export async function ask(query: string, headers: Record<string, string> = {}, variables: object = {}) {
  const response = await fetch(`http://${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data: Data; errors?: Refusal[] };
  return { status: response.status, ...answer };
}

function socketOf(cookie: string, origin = ORIGIN): Client {
  class Dressed extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers: { cookie, origin } });
    }
  }
  return createClient({
    url: `ws://${address}/graphql`,
    webSocketImpl: Dressed,
    retryAttempts: 0,
    lazy: true,
  });
}

/** Follows the stream, or several, and answers with the next item asked for, or with whatever comes next. */
export function follow(cookie: string, cursor: object | object[], query = FOLLOW) {
  const heard: Item[] = [];
  const waiting: (() => void)[] = [];
  const client = socketOf(cookie);
  let failure: unknown;
  const stir = () => waiting.splice(0).forEach((wake) => wake());
  client.subscribe<{ feed: Item }>(
    { query, variables: { cursors: [cursor].flat() } },
    {
      next: ({ data }) => {
        if (data) heard.push(data.feed);
        stir();
      },
      error: (error) => {
        failure = error;
        stir();
      },
      complete: stir,
    },
  );
  return {
    async next(type?: string): Promise<Item> {
      for (;;) {
        if (failure) throw failure;
        const at = heard.findIndex((item) => !type || item.__typename === type);
        const item = heard[at];
        heard.splice(0, at + 1);
        if (item) return item;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    stop: () => client.dispose(),
  };
}
