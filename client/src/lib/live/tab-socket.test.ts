import { expect, test, vi } from 'vitest';
import { hold, page, quiet, tab, wires } from './tabs-at-hand.ts';

test('a page that is put away goes like one that is closed, and may come back', async () => {
  hold();
  const [first, other] = [await tab(), await tab()];
  other.follow('1');
  page.dispatchEvent(new Event('freeze'));
  await quiet();
  expect(wires[0]?.heard.at(-1)).toEqual({ type: 'complete', id: '1.1' });
  expect([first.codes, other.codes]).toEqual([[1001], [1001]]);
});

test('a tab that is told to stay away for good asks once on its own', async () => {
  hold();
  const first = await tab();
  wires[0]?.onclose?.({ code: 4401 });
  await quiet();
  expect(first).toMatchObject({ alone: 1, codes: [1012] });
});

test('a tab that nobody answers has a socket of its own after three seconds', async () => {
  const first = await tab();
  vi.advanceTimersByTime(2_999);
  expect(first.alone).toBe(0);
  vi.advanceTimersByTime(1);
  expect(first).toMatchObject({ alone: 1, codes: [1012] });
});

test('so has one whose holder falls silent later, and none whose holder answers', async () => {
  const board = hold();
  const first = await tab();
  for (let n = 0; n < 5; n++) {
    vi.advanceTimersByTime(3_000);
    await quiet();
  }
  expect(first).toMatchObject({ alone: 0, codes: [] });

  vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(() => {});
  board.stop();
  vi.restoreAllMocks();
  vi.advanceTimersByTime(6_000);
  expect(first).toMatchObject({ alone: 1, codes: [1012] });
});

test('whoever holds it next is asked by those who wait, and asks those who followed to come back', async () => {
  const waiting = await tab();
  expect(waiting.socket.readyState).toBe(WebSocket.CONNECTING);
  hold();
  await quiet();
  expect(waiting.socket.readyState).toBe(WebSocket.OPEN);
  hold();
  await quiet();
  expect(waiting.codes).toEqual([1012]);
});
