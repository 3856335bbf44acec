import { afterEach, expect, test, vi } from 'vitest';
import { takeTurns } from './turns.ts';

const pages: EventTarget[] = [];
const events: string[] = [];

afterEach(() => {
  for (const page of pages.splice(0)) page.dispatchEvent(new Event('pagehide'));
  events.length = 0;
  vi.unstubAllGlobals();
});

/** A page that wants its turn at the same thing as the others. */
function page(name: string, called: string): EventTarget {
  const its = new EventTarget();
  pages.push(its);
  vi.stubGlobal('addEventListener', its.addEventListener.bind(its));
  takeTurns(called, () => {
    events.push(`${name} begins`);
    return () => events.push(`${name} ends`);
  });
  return its;
}

const happened = (...told: string[]) => vi.waitFor(() => expect(events).toEqual(told));

test('one at a time, and the next when it is put away', async () => {
  const first = page('first', 'a');
  await happened('first begins');
  page('second', 'a');
  page('elsewhere', 'b');
  await happened('first begins', 'elsewhere begins');
  first.dispatchEvent(new Event('freeze'));
  await happened('first begins', 'elsewhere begins', 'first ends', 'second begins');
});

test('a page that wakes waits for its turn again, and one that sleeps is never given it', async () => {
  const first = page('first', 'c');
  await happened('first begins');
  const second = page('second', 'c');
  second.dispatchEvent(new Event('freeze'));
  first.dispatchEvent(new Event('pagehide'));
  await happened('first begins', 'first ends');
  second.dispatchEvent(new Event('resume'));
  await happened('first begins', 'first ends', 'second begins');
  // As the browser says once more when a page has only just come.
  second.dispatchEvent(new Event('pageshow'));
  first.dispatchEvent(new Event('pageshow'));
  second.dispatchEvent(new Event('pagehide'));
  await happened('first begins', 'first ends', 'second begins', 'second ends', 'first begins');
});

test('where locks are refused nobody begins, and nothing breaks', async () => {
  const refused = vi
    .spyOn(navigator.locks, 'request')
    .mockRejectedValue(new DOMException('', 'SecurityError'));
  page('first', 'd');
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(refused).toHaveBeenCalledOnce();
  expect(events).toEqual([]);
  refused.mockRestore();
});
