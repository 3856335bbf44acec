import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { as, PROBLEMS } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { entrance } from './server.ts';
import { socketDoor } from './socket.ts';

const ORIGIN = 'http://localhost:3000';
const START = `mutation ($input: StartDiscussionInput!) { startDiscussion(input: $input) {
  ... on StartDiscussionPayload { discussion { id cursor { stream epoch seq } } } ${PROBLEMS} } }`;
const POST = `mutation ($input: PostReplyInput!) { postReply(input: $input) { ... on PostReplyPayload { reply { id number } } ${PROBLEMS} } }`;
const SUSPEND = `mutation ($input: SuspendPersonInput!) { suspendPerson(input: $input) { ... on SuspendPersonPayload { person { id } } ${PROBLEMS} } }`;
const CHANGE_ROLE = `mutation ($input: ChangeRoleInput!) { changeRole(input: $input) { ... on ChangeRolePayload { person { id } } ${PROBLEMS} } }`;
const FOLLOW = `subscription ($cursors: [CursorInput!]!) { feed(cursors: $cursors) { __typename
  ... on Batch { stream fromSeq toSeq events { seq type subject { __typename ... on FeedReply { number html author { displayName } } } } }
  ... on AccessChanged { stream } ... on Reset { stream reason } } }`;

let address = '';
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

/** Signs up over HTTP and answers with the cookie. */
async function signUp(name: string): Promise<string> {
  const response = await fetch(`http://${address}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ORIGIN },
    body: JSON.stringify({ name, email: `${randomUUID()}@example.org`, password: 'correct horse battery' }),
  });
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function ask(query: string, headers: Record<string, string> = {}, variables: object = {}) {
  const response = await fetch(`http://${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as { data?: any; errors?: any[] }) }; // eslint-disable-line @typescript-eslint/no-explicit-any
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

/** Follows the stream and answers with the next item asked for. */
function follow(cookie: string, cursor: object) {
  const heard: any[] = []; // eslint-disable-line @typescript-eslint/no-explicit-any
  const waiting: (() => void)[] = [];
  const client = socketOf(cookie);
  let failure: unknown;
  const stir = () => waiting.splice(0).forEach((wake) => wake());
  client.subscribe<{ feed: { __typename: string } }>(
    { query: FOLLOW, variables: { cursors: [cursor] } },
    {
      next: ({ data }) => {
        heard.push(data?.feed);
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
    async next(type: string) {
      for (;;) {
        if (failure) throw failure;
        const at = heard.findIndex((item) => item.__typename === type);
        if (at >= 0) return heard.splice(0, at + 1).at(-1);
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    stop: () => client.dispose(),
  };
}

describe('the entrance', () => {
  test('says who is signed in, over HTTP', async () => {
    await cast();
    const cookie = await signUp('Nokuthula Vane');

    expect((await ask('{ viewer { displayName role } }', { cookie })).data.viewer).toEqual({
      displayName: 'Nokuthula Vane',
      role: 'MEMBER',
    });
    expect((await ask('{ viewer { displayName } }')).data.viewer).toBeNull();
  });

  test('refuses what is too large, too deep or from elsewhere', async () => {
    const long = await ask(`{ ${Array.from({ length: 30 }, (_, n) => `a${n}: __typename`).join(' ')} }`);
    expect(long.errors?.[0].extensions.code).toBe('QUERY_TOO_LARGE');

    const huge = await fetch(`http://${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(300_000),
    });
    expect(huge.status).toBe(413);

    const plain = await fetch(`http://${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{ __typename }"}',
    });
    expect(plain.status).toBe(400);

    const socket = new WebSocket(`ws://${address}/graphql`, 'graphql-transport-ws', {
      headers: { origin: 'https://evil.example' },
    });
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('403');
  });
});

describe('the feed', () => {
  async function room(): Promise<
    Cast & {
      cookie: string;
      id: string;
      discussionId: string;
      cursor: { stream: string; epoch: number; seq: number };
    }
  > {
    const all = await cast();
    const cookie = await signUp('Nokuthula Vane');
    const id = (await ask('{ viewer { id } }', { cookie })).data.viewer.id as string;
    const { discussion } = await as(all.kofi).send(START, {
      groupId: all.technical.id,
      title: 'Rotas',
      body: 'How do you share yours?',
    });
    return {
      ...all,
      cookie,
      id,
      discussionId: String(discussion?.id),
      cursor: discussion?.cursor as unknown as Awaited<ReturnType<typeof room>>['cursor'],
    };
  }

  test('carries a reply to everyone following, as soon as it is posted', async () => {
    const { tendo, cookie, discussionId, cursor } = await room();
    const heard = follow(cookie, cursor);
    await heard.next('CaughtUp');

    await as(tendo).send(POST, { discussionId, body: 'On the **door**.' });

    const batch = await heard.next('Batch');
    expect(batch).toMatchObject({ fromSeq: cursor.seq, toSeq: cursor.seq + 1 });
    expect(batch.events[0]).toMatchObject({
      type: 'reply.posted',
      subject: { number: 2, author: { displayName: 'Tendo Balikuza' } },
    });
    heard.stop();
  });

  test('brings what was missed first', async () => {
    const { tendo, cookie, discussionId, cursor } = await room();
    for (const body of ['One.', 'Two.', 'Three.']) await as(tendo).send(POST, { discussionId, body });

    const heard = follow(cookie, cursor);

    const batch = await heard.next('Batch');
    expect(batch.events.map((event: { subject: { number: number } }) => event.subject.number)).toEqual([
      2, 3, 4,
    ]);
    heard.stop();
  });

  test('asks for a fresh page when the cursor is ahead or of another epoch', async () => {
    const { cookie, cursor } = await room();

    const ahead = follow(cookie, { ...cursor, seq: cursor.seq + 100 });
    expect(await ahead.next('Reset')).toMatchObject({ reason: 'AHEAD' });
    const other = follow(cookie, { ...cursor, epoch: cursor.epoch + 1 });
    expect(await other.next('Reset')).toMatchObject({ reason: 'EPOCH' });
    ahead.stop();
    other.stop();
  });

  test('does not open a private group, and says so as of any other', async () => {
    const { cookie, advisers } = await room();

    const heard = follow(cookie, { stream: `group:${advisers.id}`, epoch: 1, seq: 0 });

    expect(await heard.next('AccessChanged')).toMatchObject({ stream: `group:${advisers.id}` });
    heard.stop();
  });

  test('answers the same batches to a plain query', async () => {
    const { tendo, cookie, discussionId, cursor } = await room();
    await as(tendo).send(POST, { discussionId, body: 'One.' });

    const { data, errors } = await ask(
      FOLLOW.replace('subscription', 'query').replace('feed(', 'feedSince('),
      { cookie },
      { cursors: [cursor] },
    );

    if (!data) console.log(JSON.stringify(errors));
    expect(data.feedSince).toMatchObject([{ __typename: 'Batch', events: [{ type: 'reply.posted' }] }]);
  });

  test('falls silent when the person signs out', async () => {
    const { cookie, cursor } = await room();
    const heard = follow(cookie, cursor);
    await heard.next('CaughtUp');

    await fetch(`http://${address}/api/auth/sign-out`, {
      method: 'POST',
      headers: { cookie, origin: ORIGIN, 'content-type': 'application/json' },
      body: '{}',
    });

    await expect(heard.next('Batch')).rejects.toMatchObject({ code: 4401 });
  });

  test('falls silent within two seconds when the person is suspended', async () => {
    const { ada, cookie, id, cursor } = await room();
    const heard = follow(cookie, cursor);
    await heard.next('CaughtUp');
    const began = Date.now();

    await as(ada).send(SUSPEND, { personId: id, suspended: true });

    await expect(heard.next('Batch')).rejects.toMatchObject({ code: 4401 });
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  test('lets a person whose role changed come back with the new one', async () => {
    const { ada, cookie, id, cursor } = await room();
    const heard = follow(cookie, cursor);
    await heard.next('CaughtUp');

    await as(ada).send(CHANGE_ROLE, { personId: id, role: 'STAFF' });

    await expect(heard.next('Batch')).rejects.toMatchObject({ code: 4403 });
    expect((await ask('{ viewer { role } }', { cookie })).data.viewer.role).toBe('STAFF');
  });
});
