import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Hint } from './heads.ts';
import { HintWire, localHints, type HintChannel } from './hints.ts';
import { newId } from './ids.ts';
import { quiet } from './line-log.ts';
import { notifyHints } from './notify-hints.ts';
import { redisHints } from './redis-hints.ts';

const { TEST_REDIS_URL: redisUrl, TEST_DATABASE_URL: postgresUrl } = process.env;
if (!redisUrl) console.warn('LEFT OUT: hints over Redis, because TEST_REDIS_URL is not set.');
if (!postgresUrl) console.warn('LEFT OUT: hints over PostgreSQL, because TEST_DATABASE_URL is not set.');

const ours = 'group:one';
const at = (head: number, stream = ours): Hint => ({ heads: [{ stream, head }] });
const open: { close(): Promise<void> }[] = [];
let said: ReturnType<typeof quiet>;
let name: string;

beforeEach(() => {
  said = quiet();
  name = `test_${newId()}`;
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  said.loud();
});

/** A way to a real server that can be cut and mended. */
async function lineTo(url: string): Promise<{ url: string; cut(): Promise<void>; mend(): Promise<void> }> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let server: Server;
  const mend = async (port = 0) => {
    server = createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      for (const socket of [near, far]) sockets.add(socket.on('error', () => {}));
      near.pipe(far).pipe(near);
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as { port: number }).port;
  };
  const cut = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  const port = await mend();
  open.push({ close: cut });
  return {
    url: Object.assign(new URL(url), { hostname: '127.0.0.1', port }).href,
    cut,
    mend: async () => void (await mend(port)),
  };
}

/** Says it until it is heard, as the first ones may be lost. */
async function until(say: () => void, isTrue: () => boolean): Promise<void> {
  await vi.waitFor(() => (say(), expect(isTrue()).toBe(true)), { timeout: 20_000, interval: 50 });
}

function keeping(channel: HintChannel): HintChannel {
  open.unshift(channel);
  return channel;
}

describe('the wire', () => {
  const [mine, other] = [new HintWire(), new HintWire()];

  test('brings what others say and not what we say ourselves', () => {
    const hints = [at(3), { close: { sessionId: 's', personId: 'p' } }];
    expect(other.read(mine.write(hints))).toEqual(hints);
    expect(mine.read(mine.write(hints))).toEqual([]);
  });

  test.each([
    '',
    'x',
    'null',
    '[]',
    '7',
    '{}',
    '{"hints":{}}',
    '{"hints":[null,7,"x",{"heads":7},{"heads":[{"stream":1,"head":1}]}]}',
    '{"hints":[{"heads":[{"stream":"a","head":1.5}]},{"close":null},{"close":{"personId":7}},{"heads":[null]}]}',
  ])('%s makes no sense and no noise', (message) => expect(mine.read(message)).toEqual([]));

  test('one process tells nobody', async () => {
    localHints().publish(at(1));
    await localHints().close();
  });
});

describe.each([
  { over: 'Redis', url: redisUrl, channelOf: redisHints },
  { over: 'PostgreSQL', url: postgresUrl, channelOf: notifyHints },
])('hints over $over', ({ url = '', channelOf }) => {
  test.skipIf(!url)('reach every other process, not the one that speaks', async () => {
    const heard: Hint[][] = [[], [], []];
    const [first, ...others] = heard.map((list) => keeping(channelOf(url, (hint) => list.push(hint), name)));
    for (const [n, other] of others.entries())
      await until(
        () => other.publish(at(1)),
        () => (heard[n ? 1 : 2] ?? []).length > 0,
      );
    for (const list of heard) list.length = 0;

    first?.publish(at(7));
    first?.publish({ close: { sessionId: 's1' } });
    await until(
      () => {},
      () => heard.slice(1).every((list) => list.some(({ close }) => close)),
    );
    for (const list of heard.slice(1))
      expect(list).toEqual(expect.arrayContaining([at(7), { close: { sessionId: 's1' } }]));
    expect(heard[0]).not.toContainEqual(at(7));
  });

  test.skipIf(!url)('return after the server was away, with one line for each change', async () => {
    const line = await lineTo(url);
    const heard: Hint[] = [];
    const near = keeping(channelOf(line.url, (hint) => heard.push(hint), name));
    const far = keeping(channelOf(url, () => {}, name));
    await until(
      () => far.publish(at(1)),
      () => heard.length > 0,
    );

    await line.cut();
    near.publish(at(2));
    await new Promise((resolve) => setTimeout(resolve, 700));
    heard.length = 0;
    await line.mend();
    await until(
      () => far.publish(at(3)),
      () => heard.length > 0,
    );
    expect(said.lines.map((text) => (JSON.parse(text) as { event: string }).event)).toEqual([
      'hints.away',
      'hints.back',
    ]);
  });

  test.skipIf(!url)('wait for a server that is not there yet, and close all the same', async () => {
    const line = await lineTo(url);
    await line.cut();
    const channel = channelOf(line.url, () => {}, name);
    for (let head = 0; head < 5_000; head++) channel.publish(at(head, `group:${head}`));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await channel.close();
    await line.mend();
  });
});

describe.skipIf(!postgresUrl)('over PostgreSQL', () => {
  test('much said at once becomes few notifications, none too long', async () => {
    const listener = new pg.Client({ connectionString: postgresUrl });
    const payloads: string[] = [];
    listener.on('notification', ({ payload = '' }) => payloads.push(payload));
    await listener.connect();
    open.push({ close: () => listener.end() });
    await listener.query(`listen ${listener.escapeIdentifier(name)}`);
    const channel = keeping(notifyHints(postgresUrl ?? '', () => {}, name));
    await until(
      () => channel.publish(at(0)),
      () => payloads.length > 0,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    payloads.length = 0;

    for (let head = 1; head <= 1_000; head++)
      channel.publish({
        heads: [...(at(head).heads ?? []), { stream: `group:${newId()} é ${head % 300}`, head }],
      });
    const isHeard = (hint: Hint) => payloads.some((payload) => payload.includes(JSON.stringify(hint)));
    await until(
      () => {},
      () => isHeard(at(1_000)),
    );
    expect(isHeard(at(500))).toBe(false);
    expect(payloads.length).toBeGreaterThan(5);
    expect(payloads.length).toBeLessThan(30);
    for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(7_500);
    const others = payloads.flatMap((payload) => new HintWire().read(payload));
    // The first is said at once, and its stream's last head with the rest.
    expect(others).toHaveLength(1_002);
  });
});
