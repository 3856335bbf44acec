import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Lines, type Line } from './lines.ts';

const DAYS_MS = 14 * 86_400_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A line that answers each beat, or one that has gone dead. */
function line(sessionId: string, answers = true) {
  const socket = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    ping: () => answers && socket.emit('pong'),
    close: vi.fn(() => void (socket.readyState = 2)),
    terminate: vi.fn(),
  });
  return { socket, viewer: { id: 'kofi', sessionId }, followers: new Map() };
}

function open(stillOpen: (ids: string[]) => Promise<Map<string, number>>, count: number) {
  const lines = new Lines(stillOpen);
  const made = Array.from({ length: count }, (_, n) => line(`s${n}`));
  for (const each of made) lines.add(each as unknown as Line);
  return { lines, made };
}

test('new lines are asked for at once and all together, and then each once a minute', async () => {
  const ask = vi.fn(async (ids: string[]) => new Map(ids.map((id) => [id, DAYS_MS])));
  const { lines, made } = open(ask, 600);

  await vi.advanceTimersByTimeAsync(1_000);
  expect(ask.mock.calls.map(([ids]) => ids.length)).toEqual([600]);

  ask.mockClear();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask.mock.calls.map(([ids]) => ids.length)).toEqual(Array.from({ length: 60 }, () => 10));
  expect(new Set(ask.mock.calls.flatMap(([ids]) => ids)).size).toBe(600);
  expect(made.every(({ socket }) => socket.close.mock.calls.length === 0)).toBe(true);
  lines.stop();
});

test('a line is closed within a second after its session ran out, and not before', async () => {
  const ends = performance.now() + 90_500;
  const ask = async (ids: string[]) =>
    new Map(performance.now() < ends ? ids.map((id) => [id, ends - performance.now()]) : []);
  const { lines, made } = open(ask, 3);

  await vi.advanceTimersByTimeAsync(90_000);
  expect(made.map(({ socket }) => socket.close.mock.calls.length)).toEqual([0, 0, 0]);
  await vi.advanceTimersByTimeAsync(1_000);
  for (const { socket } of made) expect(socket.close).toHaveBeenCalledExactlyOnceWith(4401, 'Signed out');
  lines.stop();
});

test('while the database is slow it is asked one thing at a time, and while it is away nobody is sent off', async () => {
  let answer = (_: Error) => {};
  const ask = vi.fn((_: string[]) => new Promise<Map<string, number>>((_, reject) => (answer = reject)));
  const { lines, made } = open(ask, 3);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ask).toHaveBeenCalledOnce();

  for (let again = 2; again < 5; again++) {
    answer(new Error('away'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask).toHaveBeenCalledTimes(again);
    expect(ask).toHaveBeenLastCalledWith(['s0', 's1', 's2']);
  }
  expect(made.map(({ socket }) => socket.close.mock.calls.length)).toEqual([0, 0, 0]);
  lines.stop();
});

test('a line that does not answer is cut', async () => {
  const lines = new Lines(async (ids) => new Map(ids.map((id) => [id, DAYS_MS])));
  const [alive, dead] = [line('alive'), line('dead', false)];
  for (const each of [alive, dead]) lines.add(each as unknown as Line);

  await vi.advanceTimersByTimeAsync(25_000);
  expect(dead.socket.terminate).toHaveBeenCalled();
  expect(alive.socket.terminate).not.toHaveBeenCalled();
  lines.stop();
});
