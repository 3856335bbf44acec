import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The only rules that colours alone can break: the rest is the same page. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
/** The explorer's inside is its makers'; see decision 56. */
const NOT_OURS = '.hub-explorer';

/** What axe finds against WCAG 2.2 AA, one sentence each. */
export async function violations(page: Page, when: string, colourOnly = false): Promise<string[]> {
  // Buttons change their colour over a tenth of a second.
  if (colourOnly) await page.waitForTimeout(200);
  const axe = new AxeBuilder({ page })
    .exclude(NOT_OURS)
    .options({ resultTypes: ['violations'], iframes: false });
  const found = await (colourOnly ? axe.withRules(OF_COLOUR) : axe.withTags(WCAG)).analyze();
  return found.violations.map(
    ({ id, nodes }) => `${when}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
  );
}

/** What sticks out sideways of a page that is 1,280 pixels wide at 400 %. */
export async function sticksOut(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 256 });
  const found = await page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const held = (element: Element): boolean =>
      element !== document.body &&
      (getComputedStyle(element).overflowX !== 'visible' ||
        (element.parentElement ? held(element.parentElement) : false));
    const isOut = (element: Element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (right > innerWidth + 1 || left < -1) && !held(element);
    };
    const out = [...document.body.querySelectorAll('*')].filter(isOut);
    const most = out.filter((element) => ![...element.children].some(isOut)).slice(0, 4);
    return most.map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
  });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize({ width: 1280, height: 900 });
  return overflow > 0 ? [`sticks out by ${overflow} px at 320: ${found.join('; ')}`] : [];
}

/** The one heading, and a title that says more than the hub's name. */
export async function headings(page: Page): Promise<string[]> {
  const count = await page.locator('h1').count();
  return count === 1 ? [] : [`has ${count} first headings`];
}
