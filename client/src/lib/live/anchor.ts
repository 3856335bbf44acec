import { tick } from 'svelte';

/**
 * Makes a change to the page so that what is being read, or written, stays where it is on the screen. The browser's own
 * anchoring is turned off on such pages: it does nothing in some browsers, and twice the right thing in others.
 */
export async function keepInPlace(change: () => void, among = '.hub-reply'): Promise<void> {
  const anchor = anchorOf(among);
  const before = anchor?.getBoundingClientRect().top ?? 0;
  change();
  await tick();
  if (!anchor?.isConnected) return;
  const moved = anchor.getBoundingClientRect().top - before;
  if (Math.abs(moved) >= 0.5) scrollBy(0, moved);
}

/** The box somebody is writing in, else the first thing on the screen that begins there, else what fills it. */
function anchorOf(among: string): Element | undefined {
  const { activeElement } = document;
  if (activeElement?.matches('input, textarea, select') && isOnScreen(activeElement)) return activeElement;
  const seen = [...document.querySelectorAll(among)].filter(isOnScreen);
  return seen.find((element) => element.getBoundingClientRect().top >= 0) ?? seen[0];
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Whether something new may be put at a list's end at once: its end is in sight and nothing is selected. */
export function mayAppend(list: Element | null): boolean {
  if (!list || document.visibilityState !== 'visible') return false;
  const { bottom } = list.getBoundingClientRect();
  return bottom > 0 && bottom <= innerHeight && (getSelection()?.isCollapsed ?? true);
}

/** What loses its words keeps its height, so that nothing after it moves. */
export function holdHeight(element: HTMLElement | null): void {
  if (element) element.style.minHeight = `${element.offsetHeight}px`;
}
