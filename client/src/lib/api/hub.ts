import type { Language } from '#lib/say/languages.ts';
import type { Viewer } from '#lib/people/viewer.ts';

export interface HubError {
  message: string;
  extensions?: { code?: string; reference?: string };
}

export interface HubAnswer {
  data?: unknown;
  errors?: readonly HubError[];
}

/** What the operator says of the hub. */
export interface HubSettings {
  name: string;
  organisation: string | null;
  /** The address of a logo that the operator has the right to show. */
  logo: string | null;
}

/** How pages reach the hub: directly in one process, or over HTTP while developing. */
export interface HubDoor {
  settings: HubSettings;
  viewer(cookie: string | null): Promise<Viewer | null>;
  execute(text: string, variables: object, cookie: string | null, language: Language): Promise<HubAnswer>;
  auth(path: string, body: object | null, request: Asking): Promise<Response>;
}

/** Who asks, and from where. */
export interface Asking {
  cookie: string | null;
  address: string;
  /** What their browser calls itself. */
  agent: string | null;
  method?: 'GET' | 'POST';
}

/** The door of this process, or one over HTTP where the hub runs beside us. */
export function hubOf(platform: Readonly<App.Platform> | undefined): HubDoor {
  const request = platform?.req as { hub?: HubDoor } | undefined;
  return request?.hub ?? overHttp(`http://127.0.0.1:${process.env['API_PORT'] ?? 4000}`);
}

interface OverHttp {
  viewer?: Omit<Viewer, 'timeZone' | 'unreadInbox' | 'language' | 'scheme' | 'needsSecondStep'> & {
    profile: { timeZone: string | null };
    preferences: { language: string | null; scheme: string } | null;
  };
  unreadInbox?: number;
  needsSecondStep?: boolean;
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
  const execute = async (text: string, variables: object, cookie: string | null, language: Language = 'en') =>
    (
      await post(
        '/graphql',
        { query: text, variables },
        { 'accept-language': language, ...(cookie && { cookie }) },
      )
    ).json() as Promise<HubAnswer>;
  return {
    settings: {
      name: process.env['HUB_NAME'] || 'Global Taskforce Hub',
      organisation: process.env['HUB_ORGANISATION'] || null,
      logo: process.env['HUB_LOGO'] || null,
    },
    execute,
    async viewer(cookie) {
      const text =
        '{ viewer { id handle displayName role isVerified profile { timeZone } preferences { language scheme } } unreadInbox needsSecondStep }';
      const { data } = await execute(text, {}, cookie);
      const { viewer, unreadInbox, needsSecondStep } = (data ?? {}) as OverHttp;
      if (!viewer) return null;
      const { profile, preferences, ...known } = viewer;
      return {
        ...known,
        timeZone: profile.timeZone ?? 'UTC',
        // The contract spells them in capitals; cookies and pages do not.
        language: (preferences?.language?.toLowerCase() ?? null) as Viewer['language'],
        scheme: (preferences?.scheme.toLowerCase() ?? 'system') as Viewer['scheme'],
        unreadInbox: unreadInbox ?? 0,
        needsSecondStep: needsSecondStep ?? false,
      };
    },
    auth: (path, body, { cookie, agent, method }) => {
      const headers = {
        origin: process.env['HUB_ORIGIN'] ?? address,
        ...(cookie && { cookie }),
        ...(agent && { 'user-agent': agent }),
      };
      if (method !== 'GET') return post(`/api/auth${path}`, body ?? {}, headers);
      return patiently(() => fetch(`${address}/api/auth${path}`, { headers, redirect: 'manual' }));
    },
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
