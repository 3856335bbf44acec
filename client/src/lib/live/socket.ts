import { createClient, type Client } from 'graphql-ws/client';
import { pageFacts } from '#lib/islands/page-facts.ts';
import { connection } from './connection.svelte.ts';
import { sharedSocket } from './shared-socket.ts';

const HEARTBEAT_MS = 10_000;
const ANSWERED_WITHIN_MS = 5_000;
const UNAUTHENTICATED = 4401;
const GOODBYE = 1000;
/** A hub or its database that is started anew is away for a second or two: so often it is tried within a second. */
const QUICK_TRIES = 3;

let client: Client | null = null;
let asked = 0;

/** How often in a row the socket could not be had: some networks never let it through. */
export let failures = 0;

/** The way to the hub, which all tabs of a person share. It comes back without end, save where the server sends it away for good. */
export function socket(): Client {
  return (client ??= newClient());
}

function newClient(): Client {
  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
  // Said at each connection: a page must not go on as somebody else who signed in meanwhile.
  const hello = { person: pageFacts().viewer?.id ?? '' };
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  return createClient({
    url,
    webSocketImpl: sharedSocket(url, hello),
    connectionParams: hello,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (tries) =>
      wait(Math.random() * Math.min(1_000 * 2 ** Math.max(0, tries - QUICK_TRIES), 30_000)),
    // Short names that others use too: the hub sends the same bytes to all who ask under the same one.
    generateID: () => String(++asked),
    keepAlive: HEARTBEAT_MS,
    on: {
      connected: () => {
        failures = 0;
        connection.up();
      },
      ping: (received) => {
        if (received) return;
        // A network that vanished says nothing: only a heartbeat without an answer tells.
        unanswered = setTimeout(() => {
          connection.down();
          client?.terminate();
        }, ANSWERED_WITHIN_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(unanswered);
      },
      closed: (event) => {
        clearTimeout(unanswered);
        const { code } = event as CloseEvent;
        if (code === UNAUTHENTICATED) return connection.ended();
        if (code === GOODBYE) return;
        failures += 1;
        connection.down();
      },
    },
  });
}

/** Full jitter: a thousand pages cut off together do not come back together. A network that is back is used at once. */
function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', soon);
      resolve();
    };
    const soon = () => setTimeout(done, Math.random() * 1_000);
    const timer = setTimeout(done, ms);
    addEventListener('online', soon);
  });
}

if (typeof window !== 'undefined') addEventListener('offline', () => connection.down());
