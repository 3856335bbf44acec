import type { Viewer } from '#lib/people/viewer.ts';
import type { Patterns } from '#lib/say/told.ts';

export const PAGE_FACTS = 'hub-page';

/** What the script of a page is told of it as a whole. */
export interface PageFacts {
  viewer: Pick<Viewer, 'id' | 'handle' | 'role'> | null;
  zone: string;
  /** What the script may say, in the language of the page. */
  words: Patterns;
}

let known: PageFacts | null = null;

/** Call it in the browser only. */
export function pageFacts(): PageFacts {
  return (known ??= JSON.parse(document.getElementById(PAGE_FACTS)?.textContent ?? 'null') as PageFacts);
}

/** Data inside a page: no text in it may end the element that holds it. */
export function dataScript(data: unknown, id?: string): string {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/json"${id ? ` id="${id}"` : ''}>${json}</${'script'}>`;
}
