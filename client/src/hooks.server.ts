import { hubOf } from '#lib/api/hub.ts';
import { scriptAt } from '#lib/islands/script.server.ts';
import '#lib/say/everything.server.ts';
import { broughtTo } from '#lib/people/second-step.ts';
import { hearLanguageFrom } from '#lib/say/locale.ts';
import { directionOf, type Language } from '#lib/say/languages.ts';
import { languageOf, rememberLanguage } from '#lib/say/choice.ts';
import { looksOf, sheetLinks } from '#lib/sheets/sheets.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { AsyncLocalStorage } from 'node:async_hooks';

const spoken = new AsyncLocalStorage<Language>();
hearLanguageFrom(() => spoken.getStore());

export const handle: Handle = async ({ event, resolve }) => {
  const chosen = rememberLanguage(event);
  if (chosen) return chosen;

  event.locals.requestId = event.request.headers.get('x-request-id') ?? crypto.randomUUID();
  event.locals.viewer = await hubOf(event.platform).viewer(event.request.headers.get('cookie'));
  const elsewhere = event.route.id && broughtTo(event.locals.viewer, event.url.pathname);
  if (elsewhere) return new Response(null, { status: 303, headers: { location: elsewhere } });
  event.locals.script = hasScripts(event) ? scriptAt(event.route.id) : null;
  const language = languageOf(event);
  const looks = looksOf(event);
  const said: Record<string, string> = {
    lang: language,
    dir: directionOf(language),
    looks: looks.classes,
    sheets: sheetLinks(looks, directionOf(language)),
    script: event.locals.script ? `<script type="module" src="${event.locals.script}"></script>` : '',
  };

  // Only the stylesheet is preloaded: on a slow line, scripts would push the text back by seconds.
  return spoken.run(language, () =>
    resolve(event, {
      preload: ({ type }) => type === 'css',
      transformPageChunk: ({ html }) => html.replace(/%hub\.(\w+)%/g, (_, name: string) => said[name] ?? ''),
    }),
  );
};

const A_YEAR = 365 * 24 * 3600;

/** Nothing is live for visitors, and every form works without: a browser that nobody has signed in on is sent no scripts. */
function hasScripts({ locals, cookies }: RequestEvent): boolean {
  if (locals.viewer && !cookies.get('hub-here'))
    cookies.set('hub-here', '1', { path: '/', maxAge: A_YEAR, sameSite: 'lax', httpOnly: true });
  return locals.viewer !== null || cookies.get('hub-here') !== undefined;
}

/** What we chose to say is kept. A fault goes to the log whole, and to the person without its words. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const { requestId } = event.locals;
  if (kind === 'app') return { reference: requestId };
  if (kind === 'unknown') {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(JSON.stringify({ level: 'error', requestId, route: event.route.id, told }));
  }
  return { message: '', reference: requestId };
};
