import type { Viewer } from '#lib/people/viewer.ts';

export interface HubError {
  message: string;
  extensions?: { code?: string; reference?: string };
}

export interface HubAnswer {
  data?: unknown;
  errors?: readonly HubError[];
}

/** How pages reach the hub: directly in one process, or over HTTP while developing. */
export interface HubDoor {
  viewer(cookie: string | null): Promise<Viewer | null>;
  execute(text: string, variables: object, cookie: string | null): Promise<HubAnswer>;
  auth(
    path: string,
    body: object | null,
    request: { cookie: string | null; address: string },
  ): Promise<Response>;
}

/** The door of this process, or one over HTTP where the hub runs beside us. */
export function hubOf(platform: Readonly<App.Platform> | undefined): HubDoor {
  const request = platform?.req as { hub?: HubDoor } | undefined;
  return request?.hub ?? overHttp(`http://127.0.0.1:${process.env['API_PORT'] ?? 4000}`);
}

interface OverHttp {
  viewer?: Omit<Viewer, 'timeZone' | 'unreadInbox'> & { profile: { timeZone: string | null } };
  unreadInbox?: number;
}

function overHttp(address: string): HubDoor {
  const post = (path: string, body: object, headers: Record<string, string>) =>
    patiently(() =>
      fetch(`${address}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    );
  const execute = async (text: string, variables: object, cookie: string | null) =>
    (
      await post('/graphql', { query: text, variables }, { ...(cookie && { cookie }) })
    ).json() as Promise<HubAnswer>;
  return {
    execute,
    async viewer(cookie) {
      const text = '{ viewer { id handle displayName role isVerified profile { timeZone } } unreadInbox }';
      const { data } = await execute(text, {}, cookie);
      const { viewer, unreadInbox } = (data ?? {}) as OverHttp;
      if (!viewer) return null;
      const { profile, ...known } = viewer;
      return { ...known, timeZone: profile.timeZone ?? 'UTC', unreadInbox: unreadInbox ?? 0 };
    },
    auth: (path, body, { cookie }) =>
      post(`/api/auth${path}`, body ?? {}, {
        origin: process.env['HUB_ORIGIN'] ?? address,
        ...(cookie && { cookie }),
      }),
  };
}

/** The hub may still be starting beside us. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt >= 40) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
