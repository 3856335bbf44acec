import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { socketDoor } from '../src/entrance/socket.ts';
import type { Person } from '../src/people/person.ts';
import { viewerOf } from './as.ts';
import type { Asked, Heard } from './doors.ts';
import { hub } from './hub.ts';

/** Follows the feed on a real socket as this person, and answers with the first thing heard. */
export async function follow(person: Person | null, asked: Asked): Promise<Heard> {
  const app = await hub();
  const viewers = {
    toStay: async () => person && viewerOf(person),
    stillAmong: async (ids: string[]) => new Map(ids.map((id) => [id, 60_000])),
  };
  const server = createServer();
  const door = socketDoor(Object.assign(Object.create(app), { viewers }), server);
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = createClient({
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers: { origin: app.settings.origin } });
      }
    },
    retryAttempts: 0,
  });
  try {
    return await new Promise<Heard>((hear, fail) => {
      client.subscribe(
        { query: asked.query, variables: asked.variables ?? {} },
        {
          next: (heard) => hear(heard as Heard),
          error: (error) => (isSignedOut(error) ? hear(SIGN_IN) : fail(error)),
          complete: () => {},
        },
      );
    });
  } finally {
    await client.dispose();
    door.close();
    server.close();
  }
}

const SIGN_IN: Heard = { errors: [{ message: 'Sign in first', extensions: { code: 'UNAUTHENTICATED' } }] };

function isSignedOut(error: unknown): boolean {
  return (error as { code?: number }).code === 4401;
}
