import { test as base } from '@playwright/test';
import { browserOptions } from './browser.ts';

export { expect } from '@playwright/test';

/** A journey on a machine without a browser is counted as skipped, never as passed. */
export const test = base.extend<{ browserAtHand: boolean }>({
  browserAtHand: [
    async ({}, use, info) => {
      const options = await browserOptions();
      info.skip(options === null, 'There is no browser on this machine.');
      await use(true);
    },
    { auto: true },
  ],
});
