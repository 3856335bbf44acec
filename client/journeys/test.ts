import { test as base } from '@playwright/test';
import { arrivePatiently } from './arriving.ts';
import { browserOptions } from './browser.ts';
import { takeKeyboard } from './hands.ts';

export { expect } from '@playwright/test';

/** A journey on a machine without a browser is counted as skipped, never as passed. */
export const test = base.extend<{ browserAtHand: boolean; keyboardAlone: boolean }>({
  page: async ({ page, javaScriptEnabled }, use) => {
    if (javaScriptEnabled !== false) arrivePatiently(page);
    await use(page);
  },
  browserAtHand: [
    async ({}, use, info) => {
      const options = await browserOptions();
      info.skip(options === null, 'There is no browser on this machine.');
      await use(true);
    },
    { auto: true },
  ],
  /** In the project `keyboard` the same stories are told without a pointer. */
  keyboardAlone: [
    async ({ page }, use, info) => {
      const isAlone = info.project.name === 'keyboard';
      const putDown = isAlone ? takeKeyboard(page) : () => {};
      await use(isAlone);
      putDown();
    },
    { auto: true },
  ],
});
