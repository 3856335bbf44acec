import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Words } from '../platform/outlet.ts';
import { textFrame } from './frame.ts';

test.each([0, 1, 125, 126, 65_535, 65_536, 300_000])('%d bytes come out as they went in', async (length) => {
  const text = 'a'.repeat(length);

  expect(await heard(text)).toBe(text);
});

test('letters of several bytes are counted as bytes', async () => {
  const text = 'Fatou répond : هذا صحيح 👍'.repeat(20);

  expect(await heard(text)).toBe(text);
});

test('what is told to many under one id is made once', () => {
  const words = new Words('{}');
  let made = 0;
  const make = (text: string) => Buffer.from(`${++made}${text}`);

  expect(words.under('1', make)).toBe(words.under('1', make));
  expect(words.under('2', make)).not.toBe(words.under('1', make));
  expect(made).toBe(2);
});

test('ids without end are not kept', () => {
  const words = new Words('{}');
  const make = (text: string) => Buffer.from(text);
  for (let n = 0; n < 1_000; n++) words.under(`id ${n}`, make);

  expect(words.under('id 999', make)).not.toBe(words.under('id 999', make));
});

/** What a client of another maker makes of the frame, sent between two of that maker's own. */
async function heard(text: string): Promise<string> {
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.send('before');
      stream.write(textFrame(text));
      socket.send('after');
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const all = await new Promise<string[]>((resolve, reject) => {
    const messages: string[] = [];
    client.on('error', reject);
    client.on('message', (data) => {
      if (messages.push(String(data)) === 3) resolve(messages);
    });
  });
  client.terminate();
  server.close();
  expect([all[0], all[2]]).toEqual(['before', 'after']);
  return all[1] ?? '';
}
