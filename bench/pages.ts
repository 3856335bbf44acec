// `npm run bench:pages`: Lighthouse on each kind of page, on an ordinary telephone and on a bad line. PAGES=home,search
// and RUNS=1 make it shorter. What takes points off, save for speed, is named below the table.
import lighthouse, { type Flags } from 'lighthouse';
import { cpus } from 'node:os';
import { chromium } from '@playwright/test';
import { browserOptions } from '../client/journeys/browser.ts';
import { examplesFor } from '../client/journeys/examples.ts';
import { signIn } from '../client/journeys/people.ts';
import { PEOPLE, PLACES, type Role } from '../client/journeys/places.ts';

const PAGES: [name: string, route: string, role: Role][] = [
  ['home', '/', 'guest'],
  ['sign-in', '/sign-in', 'guest'],
  ['strand', '/strands/[slug]', 'guest'],
  ['discussion', '/discussions/[id]/[[slug]]', 'member'],
  ['requests', '/requests', 'member'],
  ['request', '/requests/[id]', 'member'],
  ['matches', '/requests/[id]/matches', 'staff'],
  ['person', '/people/[handle]', 'member'],
  ['inbox', '/inbox', 'member'],
  ['search', '/search', 'member'],
  ['charts', '/admin/analytics', 'staff'],
];
const PROFILES: Record<string, Flags> = {
  mobile: {},
  slow: {
    throttling: {
      rttMs: 400,
      throughputKbps: 400,
      requestLatencyMs: 400 * 3.75,
      downloadThroughputKbps: 400 * 0.9,
      uploadThroughputKbps: 400 * 0.9,
      cpuSlowdownMultiplier: 6,
    },
  },
};
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const METRICS = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'];
const RUNS = Number(process.env['RUNS'] ?? 3);
const wanted = process.env['PAGES']?.split(',');
const hubUrl = process.env['HUB_URL'] ?? '';
const PORT = 9_333;

const options = await browserOptions();
if (!options) throw new Error('There is no browser on this machine.');
const browser = await chromium.launch({
  ...options,
  args: [...(options.args ?? []), `--remote-debugging-port=${PORT}`],
});
const cookies = { guest: '' } as Record<Role, string>;
const pages = await Promise.all(
  (['member', 'staff'] as const).map(async (role) => {
    const page = await (await browser.newContext({ baseURL: hubUrl })).newPage();
    await signIn(page, PEOPLE[role]);
    cookies[role] = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    return page;
  }),
);
const [member, staff] = pages;
if (!member || !staff) throw new Error('Nobody is signed in.');
const examples = await examplesFor(member, staff);

const found = new Set<string>();
const speeds: number[] = [];

console.log(`| page | profile | ${CATEGORIES.join(' | ')} | LCP s | TBT ms | CLS |`);
console.log(`|---|---|${'---:|'.repeat(CATEGORIES.length + 3)}`);
for (const [name, route, role] of PAGES) {
  if (wanted && !wanted.includes(name)) continue;
  const { path = '/' } = PLACES[route] ?? {};
  const url = hubUrl + (typeof path === 'string' ? path : path(examples));
  for (const [profile, flags] of Object.entries(PROFILES)) {
    const runs: number[][] = [];
    for (let n = 0; n < RUNS; n++) runs.push(await measured(url, cookies[role], flags));
    const middle = (runs[0] ?? []).map((_, at) => median(runs.map((run) => run[at] ?? 0)));
    const [lcp = 0, tbt = 0, cls = 0] = middle.slice(CATEGORIES.length);
    const scores = middle.slice(0, CATEGORIES.length).map((score) => Math.round(score * 100));
    console.log(
      `| ${name} (${role}) | ${profile} | ${scores.join(' | ')} | ${(lcp / 1_000).toFixed(2)} | ${Math.round(tbt)} | ${cls.toFixed(3)} |`,
    );
  }
}
for (const what of found) console.log(`\n${what}`);
console.log(
  `\nChromium ${browser.version()} on ${cpus().length} × ${cpus()[0]?.model ?? 'an unknown processor'}; Lighthouse puts this machine's speed ` +
    `at ${median(speeds)} (${Math.min(...speeds)} to ${Math.max(...speeds)}). Median of ${RUNS}.`,
);
await browser.close();

async function measured(url: string, cookie: string, flags: Flags): Promise<number[]> {
  const result = await lighthouse(url, {
    port: PORT,
    onlyCategories: CATEGORIES,
    logLevel: 'error',
    extraHeaders: cookie ? { Cookie: cookie } : {},
    ...flags,
  });
  if (!result) throw new Error(`Lighthouse says nothing of ${url}.`);
  const { categories, audits, environment } = result.lhr;
  speeds.push(Math.round(environment.benchmarkIndex));
  for (const category of Object.values(categories).filter(({ id }) => id !== 'performance'))
    for (const { id, weight } of category.auditRefs)
      if (weight > 0 && audits[id]?.score === 0) found.add(`${new URL(url).pathname}: ${category.id}, ${id}`);
  return [
    ...CATEGORIES.map((name) => categories[name]?.score ?? 0),
    ...METRICS.map((name) => audits[name]?.numericValue ?? 0),
  ];
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
