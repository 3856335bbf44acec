import { expect, test, vi } from 'vitest';
import { hold, name, quiet, tab, wires, type Message } from './tabs-at-hand.ts';

test('two tabs that use the same names each hear what is theirs, over one socket', async () => {
  hold();
  const [first, other] = [await tab(), await tab()];
  for (const { socket } of [first, other]) socket.send('{"type":"connection_init"}');
  for (const each of [first, other]) each.follow('1');
  await quiet();

  expect(wires).toHaveLength(1);
  const [wire] = wires;
  expect(wire?.heard).toEqual([
    { type: 'connection_init', payload: { person: 'hana' } },
    { type: 'subscribe', id: '1', payload: {} },
    { type: 'subscribe', id: '1.1', payload: {} },
  ]);
  wire?.say({ type: 'next', id: '1.1', payload: 'for the other' });
  wire?.say({ type: 'next', id: '1', payload: 'for the first' });
  await quiet();
  const ack = { type: 'connection_ack' };
  expect(first.heard).toEqual([ack, { type: 'next', id: '1', payload: 'for the first' }]);
  expect(other.heard).toEqual([ack, { type: 'next', id: '1', payload: 'for the other' }]);
});

test('what a tab followed is followed no longer when it goes, and the last one closes the socket', async () => {
  hold();
  const [first, other] = [await tab(), await tab()];
  other.follow('7');
  other.socket.close();
  await quiet();
  expect(wires[0]?.heard.at(-1)).toEqual({ type: 'complete', id: '7.1' });
  expect(wires[0]?.isClosed).toBe(false);

  first.socket.close();
  await quiet();
  expect(wires[0]?.isClosed).toBe(true);
  expect(first.codes).toEqual([1000]);
});

test('a tab asks all the way to the hub, and only the hub answers', async () => {
  hold();
  const [first, other] = [await tab(), await tab()];
  other.socket.send('{"type":"ping"}');
  await quiet();
  expect(other.heard).toEqual([]);

  wires[0]?.say({ type: 'pong', payload: (wires[0].heard.at(-1) as Message).payload });
  await quiet();
  expect(other.heard).toEqual([{ type: 'pong' }]);
  expect(first.heard).toEqual([]);
});

test('where the hub is lost every tab is told, and the next socket is a new one', async () => {
  hold();
  const [first, other] = [await tab(), await tab()];
  wires[0]?.onclose?.({ code: 1013 });
  await quiet();
  expect([first.codes, other.codes]).toEqual([[1013], [1013]]);

  const [again, too] = [await tab(), await tab()];
  again.follow('1');
  await quiet();
  expect(wires).toHaveLength(2);
  expect(wires[1]?.heard.at(-1)).toEqual({ type: 'subscribe', id: '1', payload: {} });
  again.socket.close(4499);
  await quiet();
  expect(wires[1]?.isClosed).toBe(true);
  expect(too.codes).toEqual([1012]);
});

test('the sixteenth tab has a socket of its own', async () => {
  hold();
  for (let n = 0; n < 15; n++) expect(await tab()).toMatchObject({ alone: 0 });
  expect(await tab()).toMatchObject({ alone: 1, codes: [1012] });
});

test('a tab that crashed is forgotten, and nothing more is followed for it', async () => {
  hold();
  const first = await tab();
  const dial = { from: 'crashed', says: 'dial' };
  const follow = { from: 'crashed', says: { text: '{"type":"subscribe","id":"1"}' } };
  const crashed = new BroadcastChannel(name);
  crashed.postMessage(dial);
  crashed.postMessage(follow);
  await quiet();
  for (let n = 0; n < 51; n++) {
    expect(wires[0]?.heard).not.toContainEqual({ type: 'complete', id: '1.1' });
    vi.advanceTimersByTime(3_000);
    await quiet();
  }
  expect(wires[0]?.heard.at(-1)).toEqual({ type: 'complete', id: '1.1' });
  // Whoever was forgotten in error would learn it the next time it speaks.
  vi.advanceTimersByTime(3_000);
  await quiet();
  expect(first.codes).toEqual([]);
  crashed.close();
});
