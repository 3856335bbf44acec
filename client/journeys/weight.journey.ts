import budgets from './budgets.json' with { type: 'json' };
import { examplesFor } from './examples.ts';
import { JOINING, signIn } from './people.ts';
import { PEOPLE, PLACES, ROLES, type Role } from './places.ts';
import { expect, test } from './test.ts';
import { weigh } from './weigh.ts';

type Kind = keyof typeof budgets.kinds;
const KINDS: Record<string, string | undefined> = budgets.routes;
const MEASURES = ['js', 'css', 'html', 'requests'] as const;

test.use({ trace: 'off', screenshot: 'off' });

test('no page is heavier than its budget, and none asks elsewhere', async ({ browser }) => {
  test.setTimeout(10 * 60_000);
  const open = async (role: Role) => {
    const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
    if (role !== 'guest') await signIn(page, PEOPLE[role]);
    return page;
  };
  const pages = { guest: await open('guest'), member: await open('member'), staff: await open('staff') };
  const admin = await open('admin');
  const examples = await examplesFor(pages.member, pages.staff);
  const lines: string[] = [];

  for (const [route, { path, meets }] of Object.entries(PLACES)) {
    const kind = (KINDS[route] ?? 'app') as Kind;
    const roles = ROLES.filter((role) => meets[role] === 'page');
    // Public pages are weighed as visitors get them, the others as whoever sees most of them.
    const role = (kind === 'public' ? roles[0] : roles.at(-1)) ?? 'guest';
    const page = role === 'admin' ? admin : pages[role];
    await test.step(route, async () => {
      const { faults, ...weight } = await weigh(page, typeof path === 'string' ? path : path(examples));
      const over = MEASURES.filter((measure) => weight[measure] > budgets.kinds[kind][measure]);
      const told = MEASURES.map((measure) => `${measure} ${Math.round(weight[measure] * 10) / 10}`).join(
        ', ',
      );
      lines.push(`${route} (${kind}, ${role}): ${told}`);
      expect.soft([...faults, ...over.map((measure) => `${measure}: ${told}`)], route).toEqual([]);
    });
  }
  console.log(lines.join('\n'));
});

test('who signed in here before waits no longer for the pages with a password', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.addCookies([
    { name: 'hub-here', value: '1', url: `${baseURL}/` },
    { name: 'hub-joining', value: JOINING, url: `${baseURL}/sign-up` },
  ]);
  const page = await context.newPage();
  for (const path of ['/sign-in', '/new-password?token=none', '/sign-up/account']) {
    const { js, requests, faults } = await weigh(page, path);
    // Nothing at all would mean that the browser was not known again.
    expect.soft(js, path).toBeGreaterThan(1);
    expect.soft(js, path).toBeLessThan(budgets.kinds.public.js);
    expect.soft(requests, path).toBeLessThan(budgets.kinds.live.requests);
    expect.soft(faults, path).toEqual([]);
  }
});
