import { expect, test, vi } from 'vitest';
import { allKept, forget, keep, kept } from './kept.ts';

test('where the browser keeps nothing, it is held as long as the tab', async () => {
  expect(typeof indexedDB).toBe('undefined');
  await keep('outbox hana 2', 'two');
  await keep('outbox hana 1', 'one');
  await keep('draft hana', 'begun');

  expect(await kept('draft hana')).toBe('begun');
  expect((await allKept('outbox hana ')).map(([, value]) => value)).toEqual(['one', 'two']);
  await forget('draft hana');
  expect(await kept('draft hana')).toBeUndefined();
});

test('it is kept in the browser, where the browser does', async () => {
  const { indexedDB } = await import('fake-indexeddb');
  vi.stubGlobal('indexedDB', indexedDB);
  await keep('draft rosheen', 'kept');

  const databases = await indexedDB.databases();
  expect(databases.map(({ name }) => name)).toEqual(['hub']);
});
