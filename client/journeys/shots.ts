// `npm run shots`: every page as each reader first meets it, at three widths, by day and by night, in French, and from the
// right. `npm run shots -- requests` takes only pages with that in their route.
import { chromium, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browserOptions } from './browser.ts';
import { examplesFor } from './examples.ts';
import { JOINING, signIn } from './people.ts';
import { PEOPLE, PLACES, ROLES, type Role } from './places.ts';

const WIDTHS = [1280, 768, 320];
/** Pages that are another for everyone who comes. */
const MANY_FACED = ['/', '/requests', '/requests/[id]', '/strands/[slug]'];
const folder = fileURLToPath(new URL('../../shots/', import.meta.url));
const hubUrl = process.env['HUB_URL'] ?? 'http://127.0.0.1:3000';
const wanted = process.argv[2] ?? '';

const options = await browserOptions();
if (!options) process.exit(1);
const browser = await chromium.launch(options);
const pages = {} as Record<Role, Page>;
for (const role of ROLES) {
  pages[role] = await (await browser.newContext({ baseURL: hubUrl })).newPage();
  if (role !== 'guest') await signIn(pages[role], PEOPLE[role]);
}
await pages.guest.context().addCookies([{ name: 'hub-joining', value: JOINING, url: `${hubUrl}/sign-up` }]);
const examples = await examplesFor(pages.member, pages.staff);
mkdirSync(folder, { recursive: true });

for (const [route, { path, meets }] of Object.entries(PLACES)) {
  if (!route.includes(wanted)) continue;
  const address = typeof path === 'string' ? path : path(examples);
  const all = ROLES.filter((role) => meets[role] === 'page');
  const readers = MANY_FACED.includes(route) ? all : all.slice(-1);
  for (const role of readers) {
    await take(pages[role], address, `${nameOf(route)}${readers.length > 1 ? `-${role}` : ''}`);
    console.log(`${route} (${role})`);
  }
}
await browser.close();

async function take(page: Page, address: string, name: string): Promise<void> {
  for (const lang of ['en', 'fr', 'ar']) {
    await page.context().addCookies([{ name: 'hub-lang', value: lang, url: hubUrl }]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(address);
    for (const width of lang === 'fr' ? [320] : WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${folder}${name}-${width}-${lang}.png`, fullPage: true });
      if (lang !== 'en') continue;
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.screenshot({ path: `${folder}${name}-${width}-dark.png`, fullPage: true });
      await page.emulateMedia({ colorScheme: 'light' });
    }
  }
  await page.context().clearCookies({ name: 'hub-lang' });
}

function nameOf(route: string): string {
  return route === '/'
    ? 'home'
    : route
        .slice(1)
        .replaceAll(/[^a-z]+/g, '-')
        .replace(/-$/, '');
}
