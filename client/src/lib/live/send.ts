import type { Operation } from '#lib/api/generated/operations.ts';

/** What came of asking the hub from the browser. */
export type Answer<Data> =
  | { kind: 'data'; data: Data }
  /** Nobody answered: the same may be sent again, with the same id. */
  | { kind: 'unreachable' }
  | { kind: 'signedOut' }
  /** The thing is not there for us, or the fault is the hub's. */
  | { kind: 'failed'; code: string };

interface Heard<Data> {
  data?: Data | null;
  errors?: readonly { extensions?: { code?: string } }[];
}

const PATIENCE_MS = 20_000;

/** Asks the hub as whoever is signed in here. Never throws: a network that fails is an answer too. */
export async function send<Data, Variables extends object>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  options: { keepalive?: boolean } = {},
): Promise<Answer<Data>> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: operation.text, variables }),
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...options,
    });
    // A gateway that is down, or a hub that is busy, is a network that fails.
    if (response.status >= 502 || response.status === 429) return { kind: 'unreachable' };
    const { data, errors } = (await response.json()) as Heard<Data>;
    const [error] = errors ?? [];
    if (error) return refusal(error.extensions?.code ?? '');
    return data ? { kind: 'data', data } : { kind: 'failed', code: '' };
  } catch {
    return { kind: 'unreachable' };
  }
}

function refusal(code: string): Answer<never> {
  return code === 'UNAUTHENTICATED' ? { kind: 'signedOut' } : { kind: 'failed', code };
}
