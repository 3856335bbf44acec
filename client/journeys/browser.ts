import { chromium, type Browser, type LaunchOptions } from '@playwright/test';
import { existsSync } from 'node:fs';
import { bundledChromium } from './bundled-chromium.ts';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--font-render-hinting=none',
];

/** How to start a browser on this machine, or null where there is none. The first that is there wins. */
export async function browserOptions(): Promise<LaunchOptions | null> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return { executablePath: named, args };

  const bundled = await bundledChromium().catch(sayItWillNotUnpack);
  if (bundled) return { executablePath: bundled.path, args, env: { ...process.env, ...bundled.env } };

  return existsSync(chromium.executablePath()) ? { args } : sayThereIsNone();
}

export async function launchBrowser(): Promise<Browser | null> {
  const options = await browserOptions();
  return options && chromium.launch(options);
}

function sayItWillNotUnpack(error: unknown): null {
  console.error(`The Chromium that npm brought cannot be unpacked: ${String(error)}`);
  return null;
}

function sayThereIsNone(): null {
  console.error(`
  ########################################################################
  # NO BROWSER: every browser journey is LEFT OUT of this run.           #
  # Name one with CHROMIUM_PATH, or run: npx playwright install chromium #
  ########################################################################
`);
  return null;
}
