import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { allKept, forget } from '#lib/drafts/kept.ts';
import { Outbox } from './outbox.svelte.ts';

const POST = { text: 'mutation Post' };
const reply = (id: string, body = id) => ({ clientMutationId: id, body });

/** A hub that does each act once, whatever is sent how often. */
const done: string[] = [];
let network: 'up' | 'down' | 'answers lost' = 'up';
let refuses = false;

beforeEach(async () => {
  for (const [key] of await allKept('')) await forget(key);
  done.length = 0;
  network = 'up';
  refuses = false;
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    if (network === 'down') throw new TypeError('Failed to fetch');
    const { variables } = JSON.parse(body) as { variables: { input: { clientMutationId: string } } };
    const { clientMutationId: id } = variables.input;
    const problems = [{ code: 'WRONG_STATE', field: null, message: 'This discussion is closed.' }];
    if (!refuses && !done.includes(id)) done.push(id);
    if (network === 'answers lost') throw new TypeError('Failed to fetch');
    const said = refuses ? { __typename: 'Rejected', problems } : { __typename: 'Posted', id };
    return Response.json({ data: { post: said } });
  });
});
afterEach(() => vi.unstubAllGlobals());

async function opened(): Promise<Outbox> {
  const outbox = new Outbox();
  await outbox.open('hana');
  return outbox;
}

test('what is sent while there is no network goes out in order when it is back, each once', async () => {
  const outbox = await opened();
  network = 'down';
  for (const id of ['one', 'two', 'three']) {
    expect(await outbox.add(POST, reply(id), 'discussion:1')).toEqual({ kind: 'unreachable' });
  }
  expect(outbox.at('discussion:1').map(({ id }) => id)).toEqual(['one', 'two', 'three']);

  network = 'up';
  await Promise.all([outbox.flush(), outbox.flush()]);

  expect(done).toEqual(['one', 'two', 'three']);
  expect(outbox.parcels).toEqual([]);
});

test('an answer that is lost makes no second reply', async () => {
  const outbox = await opened();
  network = 'answers lost';
  await outbox.add(POST, reply('once'), 'discussion:1');
  network = 'up';
  const arrived = vi.fn();
  outbox.onArrival('discussion:1', arrived);
  await outbox.flush();

  expect(done).toEqual(['once']);
  expect(arrived).toHaveBeenCalledExactlyOnceWith({ post: { __typename: 'Posted', id: 'once' } });
});

test('a tab that was closed leaves it to the next one', async () => {
  const outbox = await opened();
  network = 'down';
  await outbox.add(POST, reply('left'), 'discussion:1');
  network = 'up';

  await opened();

  expect(done).toEqual(['left']);
  expect(await allKept('outbox')).toEqual([]);
});

test('nobody sends what somebody else left in this browser', async () => {
  const outbox = await opened();
  network = 'down';
  await outbox.add(POST, reply('hanas'), 'discussion:1');
  network = 'up';

  await new Outbox().open('rosheen');

  expect(done).toEqual([]);
});

test('what is refused at once goes back to the form, and what is refused later waits for its sender', async () => {
  const outbox = await opened();
  refuses = true;
  expect(await outbox.add(POST, reply('now'), 'discussion:1')).toMatchObject({ kind: 'data' });
  expect(outbox.parcels).toEqual([]);

  network = 'down';
  await outbox.add(POST, reply('later'), 'discussion:1');
  network = 'up';
  await outbox.flush();
  expect(outbox.at('discussion:1')).toMatchObject([{ problems: [{ code: 'WRONG_STATE' }] }]);

  refuses = false;
  await outbox.retry('later');
  expect(done).toEqual(['later']);
});

test('of read marks only the newest waits', async () => {
  const outbox = await opened();
  network = 'down';
  await outbox.add(POST, reply('at-3'), 'read', 'read 1');
  await outbox.add(POST, reply('at-9'), 'read', 'read 1');
  network = 'up';
  await outbox.flush();

  expect(done).toEqual(['at-9']);
});
