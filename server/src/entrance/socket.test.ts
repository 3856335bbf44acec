import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { address, ask, FOLLOW, ORIGIN, signUp } from '../../test/caller.ts';
import { cast } from '../../test/cast.ts';

const PROTOCOL = 'graphql-transport-ws';
const HUB = { stream: 'hub', epoch: 1, seq: 0 };

let cookie: string;
beforeAll(async () => {
  await cast();
  cookie = await signUp('Nokuthula Vane');
});

interface Dress {
  cookie?: string;
  origin?: string;
  protocols?: string[];
}

function knock({ origin = ORIGIN, protocols = [PROTOCOL], ...dress }: Dress = {}): WebSocket {
  const headers = { cookie: dress.cookie ?? cookie, ...(origin && { origin }) };
  return new WebSocket(`ws://${address}/graphql`, protocols, { headers });
}

/** Why the door stayed shut. */
async function refusal(dress: Dress): Promise<string> {
  const [error] = await once(knock(dress), 'error');
  return String(error);
}

async function closing(socket: WebSocket): Promise<{ code: number; reason: string }> {
  socket.on('error', () => {});
  const [code, reason] = await once(socket, 'close');
  return { code: Number(code), reason: String(reason) };
}

async function open(dress?: Dress): Promise<WebSocket> {
  const socket = knock(dress);
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  return socket;
}

const subscribe = (id: string, query: string, variables: object = {}) =>
  JSON.stringify({ id, type: 'subscribe', payload: { query, variables } });

/** The first answer to an operation. */
async function answer(query: string, variables: object = {}): Promise<{ type: string; payload: unknown }> {
  const socket = await open();
  socket.send(subscribe('1', query, variables));
  const [text] = await once(socket, 'message');
  socket.close();
  return JSON.parse(String(text));
}

describe('the socket door', () => {
  test.each([
    '',
    'null',
    'https://evil.example',
    `${ORIGIN}/`,
    `${ORIGIN}.evil.example`,
    'http://localhost',
    'http://localhost:3001',
    'https://localhost:3000',
    'HTTP://LOCALHOST:3000',
    'http://evil.example/http://localhost:3000',
    'http://localhost:3000@evil.example',
    'http://user@localhost:3000',
    `${ORIGIN}, https://evil.example`,
    'file://',
  ])('stays shut for the origin "%s"', async (origin) => {
    expect(await refusal({ origin })).toContain('403');
  });

  test.each([[[]], [['graphql-ws']], [['soap']]])('stays shut for the protocols %j', async (protocols) => {
    expect(await refusal({ protocols })).toContain('400');
  });

  test('tells whoever is not signed in to stay away for good', async () => {
    expect(await closing(knock({ cookie: '' }))).toMatchObject({ code: 4401 });
  });

  test('knows a page that was made for somebody else, and sends it away for good', async () => {
    const { data } = await ask('{ viewer { id } }', { cookie });
    const id = String(data.viewer?.id);
    const said = async (person: unknown) => {
      const socket = knock();
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'connection_init', payload: { person } }));
      const heard = once(socket, 'message').then(([text]) => String(text));
      const answer = await Promise.race([heard, closing(socket)]);
      socket.close();
      return answer;
    };

    expect(await said(id)).toBe('{"type":"connection_ack"}');
    for (const person of [randomUUID(), '', null])
      expect(await said(person)).toEqual({ code: 4401, reason: 'Somebody else signed in' });
  });

  test('compresses nothing, even when asked', async () => {
    const socket = await open();
    expect(socket.extensions).toBe('');
    socket.close();
  });

  test('waits three seconds for the first word', async () => {
    expect(await closing(knock())).toMatchObject({ code: 4408 });
  });

  test('carries the feed and nothing else', async () => {
    const mutation = 'mutation { leaveGroup(input: { groupId: "", clientMutationId: "" }) { __typename } }';
    for (const query of ['{ viewer { id } }', mutation, '{ __schema { types { name } } }'])
      expect(await answer(query)).toMatchObject({ type: 'error' });
  });

  test('holds the limits that hold over HTTP', async () => {
    const many = Array.from({ length: 30 }, (_, n) => `a${n}: __typename`).join(' ');
    const long = Array.from({ length: 2_500 }, () => '__typename').join(' ');
    const asking = (inside: string) => FOLLOW.replace('{ __typename', `{ __typename ${inside}`);

    for (const inside of [many, long])
      expect(await answer(asking(inside), { cursors: [HUB] })).toMatchObject({
        type: 'error',
        payload: [{ extensions: { code: 'QUERY_TOO_LARGE' } }],
      });
    expect(await answer(asking('email'), { cursors: [HUB] })).toMatchObject({ type: 'error' });
    const cursors = Array.from({ length: 51 }, (_, n) => ({ ...HUB, stream: `group:${n}` }));
    expect(await answer(FOLLOW, { cursors })).toMatchObject({ type: 'error' });
  });

  test('closes at the fifty-first operation, for good', async () => {
    const socket = await open();
    const closed = closing(socket);
    for (let n = 1; n <= 51; n++) socket.send(subscribe(String(n), FOLLOW, { cursors: [HUB] }));

    expect(await closed).toEqual({ code: 1008, reason: 'Too many operations' });
  });

  test('closes when a socket never stops talking', async () => {
    const socket = await open();
    const closed = closing(socket);
    for (let n = 1; n <= 150; n++) socket.send('{"type":"ping"}');

    expect(await closed).toEqual({ code: 1008, reason: 'Too many messages' });
  });

  test('closes on a frame that is too large, as soon as its length is known', async () => {
    const socket = await open();
    const closed = closing(socket);
    socket.send('x'.repeat(64 * 1024 + 1));

    expect(await closed).toMatchObject({ code: 1009 });
  });

  test('gives a person ten sockets, and lets the eleventh come back when there is room', async () => {
    const other = await signUp('Baraka Odhiambo');
    const ten = await Promise.all(Array.from({ length: 10 }, () => open({ cookie: other })));

    expect(await closing(knock({ cookie: other }))).toMatchObject({ code: 1013 });
    const [first] = ten;
    first?.close();
    if (first) await once(first, 'close');
    ten.push(await open({ cookie: other }));
    for (const socket of ten) socket.close();
  });
});
