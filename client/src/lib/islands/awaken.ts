import { createRawSnippet, hydrate, unmount, type Component } from 'svelte';
import { accompany } from '#lib/companion/companion.ts';
import { learn } from '#lib/say/words.ts';
import { zoneContext } from '#lib/ui/zone.ts';
import { pageFacts } from './page-facts.ts';

type Parts = Readonly<Record<string, Component<never>>>;

let parts: Parts = {};
const awake = new Map<Element, Record<string, unknown>>();

/** Brings the islands of a page to life, each by the name the page gave it. Every `live.ts` calls it once. */
export function awaken(its: Parts): void {
  parts = its;
  learn(pageFacts().words);
  wakeIn(document);
  accompany();
  // For style and for whoever waits: from here on the scripts answer.
  document.documentElement.dataset['alive'] = '';
}

/** Puts what the page says by now in place of what it said, without leaving it. Where that fails, it is loaded anew. */
export async function refresh(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  const next = answer?.ok && !answer.redirected ? await pageIn(answer) : null;
  const [now, then] = [document.querySelector('main'), next?.querySelector('main')];
  if (!now || !then || !next) return location.reload();
  for (const [target, island] of awake)
    if (now.contains(target)) {
      awake.delete(target);
      await unmount(island);
    }
  document.title = next.title;
  now.replaceWith(then);
  wakeIn(then);
}

async function pageIn(answer: Response): Promise<Document> {
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/** What the server drew for good inside an island is taken over unread. Drawn anew, there would be nothing of it. */
const asDrawn = createRawSnippet(() => ({ render: () => '<div></div>' }));

function wakeIn(root: ParentNode): void {
  const { zone } = pageFacts();
  for (const target of root.querySelectorAll<HTMLElement>('[data-island]')) {
    const part = parts[target.dataset['island'] ?? ''] as Component | undefined;
    const props = JSON.parse(target.nextElementSibling?.textContent ?? '{}') as Record<string, unknown>;
    for (const name of target.dataset['still']?.split(' ') ?? []) props[name] = asDrawn;
    if (part) awake.set(target, hydrate(part, { target, props, context: zoneContext(zone) }));
  }
}
