import { version } from '$app/env';
import { self as here } from '$app/service-worker';

// One thing only: a page that cannot be fetched says so in the reader's language. Nothing of the hub is kept here,
// because what may be read changes, and nothing personal: the page is asked for as nobody.
const worker = here as unknown as Worker;
const CACHE = `hub-offline-${version}`;
const PAGE = '/offline';

worker.addEventListener('install', (event) => {
  event.waitUntil(keepPage(navigator.language).then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([
      caches
        .keys()
        .then((names) =>
          Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))),
        ),
      worker.registration.navigationPreload?.enable(),
    ]),
  );
});

/** A page tells which language its reader has chosen. */
worker.addEventListener('message', (event) => {
  const { lang } = Object(event.data) as { lang?: unknown };
  if (typeof lang === 'string') event.waitUntil(keepPageIn(lang));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(fetched(event).catch(() => kept(PAGE)));
  if (request.destination === 'style') event.respondWith(fetch(request).catch(() => kept(request.url)));
});

async function fetched({ request, preloadResponse }: FetchHeard): Promise<Response> {
  return ((await preloadResponse) as Response | undefined) ?? fetch(request);
}

async function kept(address: string): Promise<Response> {
  return (await caches.match(address)) ?? Response.error();
}

async function keepPageIn(lang: string): Promise<void> {
  const page = await (await caches.match(PAGE))?.text();
  if (!page?.includes(`<html lang="${lang}"`)) await keepPage(lang);
}

/** The page with its sheets, as whoever is not signed in sees it. */
async function keepPage(lang: string): Promise<void> {
  const asked = { credentials: 'omit', headers: { 'accept-language': lang } } as const;
  const page = await fetch(PAGE, asked);
  if (!page.ok) return;
  const cache = await caches.open(CACHE);
  const sheets = [...(await page.clone().text()).matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
  await Promise.all([
    cache.put(PAGE, page),
    ...sheets.map(([, address = '']) => fetch(address).then((sheet) => cache.put(address, sheet))),
  ]);
}

// What we use of a worker, because the types of pages and of workers do not go together.
interface Heard {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchHeard extends Heard {
  request: Request;
  preloadResponse?: Promise<unknown>;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  addEventListener(type: 'install' | 'activate', heard: (event: Heard) => void): void;
  addEventListener(type: 'message', heard: (event: Heard & { data: unknown }) => void): void;
  addEventListener(type: 'fetch', heard: (event: FetchHeard) => void): void;
  skipWaiting(): Promise<void>;
  registration: { navigationPreload?: { enable(): Promise<void> } };
}
