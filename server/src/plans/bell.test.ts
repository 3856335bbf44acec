import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bell } from './bell.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('is answered until what rang it has surely been committed, and once at a time', async () => {
  let begun = 0;
  let end = () => {};
  const answering = bell.answer(() => {
    begun += 1;
    return new Promise<void>((resolve) => (end = resolve));
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(begun).toBe(0);

  bell.ring();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(begun).toBe(1);
  for (let n = 0; n < 20; n++) {
    end();
    await vi.advanceTimersByTimeAsync(250);
  }
  expect(begun).toBe(8);
  answering.stop();
});
