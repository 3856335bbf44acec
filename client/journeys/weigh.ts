import type { Page, Response } from '@playwright/test';

/** What a page costs the first time, in kilobytes of 1,000 as they come over the line. */
export interface Weight {
  js: number;
  css: number;
  html: number;
  requests: number;
  /** Addresses elsewhere, and texts that came uncompressed. */
  faults: string[];
}

const KINDS: Record<string, 'js' | 'css' | 'html'> = { script: 'js', stylesheet: 'css', document: 'html' };
/** Below this, compressing costs more than it saves. */
const SMALL = 1_500;

/** Loads the page with nothing kept from before, and weighs all that it asks for. */
export async function weigh(page: Page, path: string): Promise<Weight> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.clearBrowserCache');
  await cdp.detach();
  const answers: Response[] = [];
  const keep = (answer: Response) => answers.push(answer);
  page.on('response', keep);
  await page.goto(path, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle', { timeout: 4_000 }).catch(() => {});
  page.off('response', keep);

  const weight: Weight = { js: 0, css: 0, html: 0, requests: answers.length, faults: [] };
  const { origin } = new URL(page.url());
  for (const answer of answers) {
    const { responseBodySize } = await answer.request().sizes();
    const kind = KINDS[answer.request().resourceType()];
    if (new URL(answer.url()).origin !== origin) weight.faults.push(`asks elsewhere: ${answer.url()}`);
    if (!kind) continue;
    weight[kind] += responseBodySize / 1_000;
    const squeezed = await answer.headerValue('content-encoding');
    if (!squeezed && responseBodySize > SMALL) weight.faults.push(`is not compressed: ${answer.url()}`);
  }
  return weight;
}
