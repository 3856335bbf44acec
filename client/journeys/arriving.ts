import type { Page } from '@playwright/test';

/** A story presses keys faster than anybody: on a page with scripts it waits until they answer. */
export function arrivePatiently(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = async (url, options) => {
    const answer = await goto(url, options);
    await page.waitForFunction(isAlive, null, { timeout: 5_000 }).catch(() => {});
    return answer;
  };
}

function isAlive(): boolean {
  const asksForScripts = document.querySelector('script[type="module"][src*="/live/"]') !== null;
  return !asksForScripts || 'alive' in document.documentElement.dataset;
}
