import type { Page } from '@playwright/test';
import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examplesFor } from './examples.ts';
import { headings, sticksOut, violations } from './look.ts';
import { JOINING, signIn } from './people.ts';
import { PEOPLE, PLACES, ROLES, type Met, type Role } from './places.ts';
import { expect, test } from './test.ts';

const ROUTES = fileURLToPath(new URL('../src/routes/', import.meta.url));
const routes = globSync('**/+page.svelte', { cwd: ROUTES })
  .map((path) => dirname(path).replaceAll('\\', '/'))
  .map((path) => (path === '.' ? '/' : `/${path}`))
  .toSorted();

const pages = {} as Record<Role, Page>;
const said: string[] = [];

test.use({ trace: 'off', screenshot: 'off' });

test('every route has an example in the table, and the table has no others', () => {
  expect(Object.keys(PLACES).toSorted()).toEqual(routes);
});

// One test, because a failed one would close the browser and sign everybody in anew.
test('every page is whole for everyone who may see it', async ({ browser, baseURL }) => {
  test.setTimeout(25 * 60_000);
  for (const role of ROLES) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    pages[role] = await context.newPage();
    pages[role].on('console', (line) => {
      if (line.type() === 'error') said.push(line.text());
    });
    await context.addCookies([{ name: 'hub-joining', value: JOINING, url: `${baseURL}/sign-up` }]);
    if (role !== 'guest') await signIn(pages[role], PEOPLE[role]);
  }
  const examples = await examplesFor(pages.member, pages.staff);
  const titles = new Map<string, string>();

  for (const [route, { path, meets }] of Object.entries(PLACES)) {
    if (!routes.includes(route) || !route.includes(process.env['HUB_PAGE'] ?? '')) continue;
    await test.step(route, async () => {
      const wrong: string[] = [];
      for (const role of ROLES) {
        const expected = meets[role];
        if (!expected) continue;
        const { faults, title } = await lookAs(
          role,
          typeof path === 'string' ? path : path(examples),
          expected,
        ).catch((error: unknown) => ({ faults: [String(error).split('\n')[0]], title: null }));
        wrong.push(...faults.map((fault) => `${role} ${fault}`));
        const other = title && titles.get(title);
        if (other && other !== route) wrong.push(`${role} reads the title of ${other}: ${title}`);
        if (title) titles.set(title, route);
      }
      if (wrong.length) console.log(`${route}\n  ${wrong.join('\n  ')}`);
      expect.soft(wrong, route).toEqual([]);
    });
  }
});

/** Everything that is wrong with a page for one role: in light, dark, forced colours, narrow, and from the right. */
async function lookAs(role: Role, path: string, expected: Met): Promise<Looked> {
  const page = pages[role];
  said.length = 0;
  const met = await visit(page, path);
  if (met !== expected) return { faults: [`meets ${met}, not ${expected}`], title: null };
  const refused = said.filter((line) => expected === 'page' || /policy/i.test(line));
  if (expected !== 'page') return { faults: refused, title: null };

  const title = await page.title();
  const wrong = [...refused, ...(await headings(page)), ...(await violations(page, 'light'))];
  await page.emulateMedia({ colorScheme: 'dark' });
  wrong.push(...(await violations(page, 'dark', true)));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  wrong.push(...(await violations(page, 'forced colours', true)));
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  wrong.push(...(await sticksOut(page)));

  await page.context().addCookies([{ name: 'hub-lang', value: 'ar', url: page.url() }]);
  await visit(page, path);
  if ((await page.locator('html').getAttribute('dir')) !== 'rtl') wrong.push('is not read from the right');
  wrong.push(...(await violations(page, 'from the right')));
  wrong.push(...(await sticksOut(page)).map((fault) => `from the right ${fault}`));
  await page.context().clearCookies({ name: 'hub-lang' });
  await page.goto('about:blank');
  return { faults: wrong, title };
}

interface Looked {
  faults: string[];
  title: string | null;
}

async function visit(page: Page, path: string): Promise<Met> {
  const answer = await page.goto(path);
  const status = answer?.status() ?? 0;
  if (status === 404 || status === 403) return status;
  if (status !== 200) throw new Error(`${path} answers ${status}.`);
  const wanted = path.split('?')[0] ?? path;
  const reached = new URL(page.url()).pathname;
  if (reached === wanted || reached.startsWith(`${wanted}/`)) return 'page';
  return reached === '/sign-in' ? 'sign-in' : 'away';
}
