import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { App } from '../app.ts';
import { PageQueries } from '../page-queries.ts';
import type { HubFace } from '../platform/settings.ts';
import type { Language } from '../platform/say/generated/languages.ts';
import { speaking } from '../platform/say/locale.ts';
import type { Viewer } from '../people/viewer.ts';

/** What pages are given to ask the hub without a detour through the network. */
export interface PageDoor {
  /** What the operator says of the hub. */
  settings: HubFace;
  viewer(cookie: string | null): Promise<PageViewer | null>;
  execute(
    text: string,
    variables: object,
    cookie: string | null,
    language: Language,
  ): Promise<{ data?: unknown; errors?: readonly PageError[] }>;
  /** Sign-in, sign-up, sign-out: the library's own answer, cookies and all. */
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

export interface PageViewer extends Omit<Viewer, 'sessionId'> {
  unreadInbox: number;
}

interface PageError {
  message: string;
  extensions?: Record<string, unknown>;
}

export type AskingRequest = IncomingMessage & { hub?: PageDoor };

export function pageDoor(app: App): PageDoor {
  const queries = new PageQueries(app.schema, app.settings.fault ?? (() => randomUUID()));
  return {
    settings: app.settings.hub ?? { name: 'Global Taskforce Hub', organisation: null, logo: null },

    async viewer(cookie) {
      const viewer = await app.viewers.of(cookie ?? undefined);
      if (!viewer) return null;
      const { sessionId: _, ...known } = viewer;
      return { ...known, unreadInbox: await app.viewers.unread(viewer.id) };
    },

    async execute(text, variables, cookie, language) {
      const contextValue = app.contextFor(await app.viewers.of(cookie ?? undefined));
      const answer = await speaking(language, () => queries.answer(text, variables, contextValue));
      if (answer) return answer;
      const { body } = await speaking(language, () =>
        app.apollo.executeOperation({ query: text, variables: { ...variables } }, { contextValue }),
      );
      if (body.kind !== 'single') throw new Error('Answers come in one piece.');
      return body.singleResult as { data?: unknown; errors?: readonly PageError[] };
    },

    async auth(path, body, { cookie, address, agent, method = 'POST' }) {
      const origin = app.settings.origin;
      app.viewers.forget();
      return app.signIn.handler(
        new Request(`${origin}/api/auth${path}`, {
          method,
          headers: {
            'content-type': 'application/json',
            origin,
            'x-hub-address': address,
            'x-request-id': randomUUID(),
            ...(cookie && { cookie }),
            ...(agent && { 'user-agent': agent }),
          },
          ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
        }),
      );
    },
  };
}
