import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { address, ask, signUp } from '../../test/caller.ts';
import { cast } from '../../test/cast.ts';

describe('the entrance', () => {
  test('says who is signed in, over HTTP', async () => {
    await cast();
    const cookie = await signUp('Nokuthula Vane');

    expect((await ask('{ viewer { displayName role } }', { cookie })).data.viewer).toEqual({
      displayName: 'Nokuthula Vane',
      role: 'MEMBER',
    });
    expect((await ask('{ viewer { displayName } }')).data.viewer).toBeNull();
  });

  test('refuses what is too large, too deep or from elsewhere', async () => {
    const long = await ask(`{ ${Array.from({ length: 30 }, (_, n) => `a${n}: __typename`).join(' ')} }`);
    expect(long.errors?.[0]?.extensions.code).toBe('QUERY_TOO_LARGE');

    const huge = await fetch(`http://${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(300_000),
    });
    expect(huge.status).toBe(413);

    const plain = await fetch(`http://${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{ __typename }"}',
    });
    expect(plain.status).toBe(400);

    const socket = new WebSocket(`ws://${address}/graphql`, 'graphql-transport-ws', {
      headers: { origin: 'https://evil.example' },
    });
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('403');
  });
});
