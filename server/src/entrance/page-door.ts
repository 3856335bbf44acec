import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { App } from '../app.ts';
import { PageQueries } from '../page-queries.ts';
import type { Viewer } from '../people/viewer.ts';

/** What pages are given to ask the hub without a detour through the network. */
export interface PageDoor {
  viewer(cookie: string | null): Promise<PageViewer | null>;
  execute(
    text: string,
    variables: object,
    cookie: string | null,
  ): Promise<{ data?: unknown; errors?: readonly PageError[] }>;
  /** Sign-in, sign-up, sign-out: the library's own answer, cookies and all. */
  auth(
    path: string,
    body: object | null,
    request: { cookie: string | null; address: string },
  ): Promise<Response>;
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
    async viewer(cookie) {
      const viewer = await app.viewers.of(cookie ?? undefined);
      if (!viewer) return null;
      const { sessionId: _, ...known } = viewer;
      return { ...known, unreadInbox: await app.viewers.unread(viewer.id) };
    },

    async execute(text, variables, cookie) {
      const contextValue = app.contextFor(await app.viewers.of(cookie ?? undefined));
      const answer = await queries.answer(text, variables, contextValue);
      if (answer) return answer;
      const { body } = await app.apollo.executeOperation(
        { query: text, variables: { ...variables } },
        { contextValue },
      );
      if (body.kind !== 'single') throw new Error('Answers come in one piece.');
      return body.singleResult as { data?: unknown; errors?: readonly PageError[] };
    },

    async auth(path, body, { cookie, address }) {
      const origin = app.settings.origin;
      app.viewers.forget();
      return app.signIn.handler(
        new Request(`${origin}/api/auth${path}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            origin,
            'x-hub-address': address,
            'x-request-id': randomUUID(),
            ...(cookie && { cookie }),
          },
          body: JSON.stringify(body ?? {}),
        }),
      );
    },
  };
}
