import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer } from './announcer.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('fifty pieces of news in a minute are at most one message in twenty seconds', async () => {
  const announcer = new Announcer();
  expect(announcer.text).toBe('');
  const heard: { at: number; text: string }[] = [];
  let unsaid = 0;
  const words = () => {
    const text = `${unsaid} new`;
    unsaid = 0;
    heard.push({ at: performance.now(), text });
    return text;
  };
  for (let n = 0; n < 50; n++) {
    unsaid += 1;
    announcer.say(words);
    await vi.advanceTimersByTimeAsync(1_200);
  }
  await vi.advanceTimersByTimeAsync(20_000);

  expect(heard.map(({ text }) => Number.parseInt(text)).reduce((sum, n) => sum + n)).toBe(50);
  const gaps = heard.slice(1).map(({ at }, n) => at - (heard[n]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20_000);
});

test('the same words are spoken again, and another page begins in silence', async () => {
  const announcer = new Announcer();
  announcer.say(() => '1 new reply');
  await vi.advanceTimersByTimeAsync(1);
  const first = announcer.text;
  announcer.say(() => '1 new reply');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(announcer.text).not.toBe(first);

  announcer.say(() => 'Never said');
  announcer.clear();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(announcer.text).toBe('');
});
