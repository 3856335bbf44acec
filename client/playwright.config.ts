import { defineConfig } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserOptions } from './journeys/browser.ts';

const hubUrl = process.env['HUB_URL'] ?? 'http://127.0.0.1:3100';

export default defineConfig({
  testDir: 'journeys',
  testMatch: '*.journey.ts',
  outputDir: 'test-results',
  workers: 1,
  timeout: 60_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    baseURL: hubUrl,
    launchOptions: (await browserOptions()) ?? {},
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'scripts' },
    // Reading, posting, joining and responding work without scripts: the same stories again.
    { name: 'noscript', grep: /@nojs/, use: { javaScriptEnabled: false } },
    // And once more with Tab, Enter, Space, arrows and letters alone.
    { name: 'keyboard', grep: /@keys/, timeout: 180_000 },
  ],
  // The topology that ships: the built hub on one port, with a community of its own.
  webServer: process.env['HUB_URL']
    ? undefined
    : {
        command: 'npm start --prefix ..',
        url: `${hubUrl}/readyz`,
        timeout: 180_000,
        env: {
          PORT: new URL(hubUrl).port,
          DATA_DIR: join(mkdtempSync(join(tmpdir(), 'hub-journeys-')), 'data'),
        },
      },
});
