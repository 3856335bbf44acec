import { mount, unmount } from 'svelte';
import { GO } from './keys.ts';

const SOON_MS = 1_500;
const ITEMS = 'main .hub-replies > li, main .hub-rows > li, main .hub-cards > li';
const UNREAD = '.hub-reply--unread, .hub-row--unread';

let goesAt = -Infinity;
let isOpen = false;

/** Does what a key stands for. Letters arrive here only where somebody turned them on. */
export function pressed(event: KeyboardEvent): void {
  const { key } = event;
  if (event.isComposing || event.altKey) return;
  if (event.ctrlKey || event.metaKey) {
    if (key === 'k') open('places');
    if (key === 'Enter') postFrom(event.target);
    return;
  }
  if (isWriting(event.target) || document.querySelector('dialog[open]')) return;
  const goes = performance.now() - goesAt < SOON_MS;
  goesAt = key === 'g' ? performance.now() : -Infinity;
  const does = goes && GO[key] ? () => location.assign(pathOf(key)) : LETTERS[key];
  if (!does) return;
  event.preventDefault();
  does();
}

function pathOf(letter: string): string {
  return GO[letter] ?? '/';
}

const LETTERS: Readonly<Record<string, () => void>> = {
  '/': () => focus(document.querySelector('input[type="search"]')),
  '?': () => open('keys'),
  j: () => step(1),
  k: () => step(-1),
  n: () => nextUnread(),
  r: () => focus(document.querySelector('.hub-composer textarea')),
  e: () => done(),
};

/** The dialog gives focus back to where it was. */
function open(shows: 'places' | 'keys'): void {
  if (isOpen) return;
  isOpen = true;
  void import('./Palette.svelte').then(({ default: Palette }) => {
    const palette = mount(Palette, {
      target: document.body,
      props: {
        shows,
        onclose: () => {
          isOpen = false;
          void unmount(palette);
        },
      },
    });
  });
}

function postFrom(target: EventTarget | null): void {
  if (target instanceof HTMLTextAreaElement)
    target.closest<HTMLFormElement>('[data-keys-post]')?.requestSubmit();
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

function step(by: number): void {
  const items = [...document.querySelectorAll(ITEMS)];
  const at = items.findIndex((item) => item.contains(document.activeElement));
  const next = at < 0 ? firstInSight(items) : at + by;
  focus(items[Math.max(0, Math.min(next, items.length - 1))]);
}

function nextUnread(): void {
  const items = [...document.querySelectorAll(UNREAD)];
  const here = document.activeElement;
  const after = items.find(
    (item) =>
      here && !item.contains(here) && here.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  focus(after ?? items[0]);
}

function done(): void {
  const item = document.activeElement?.closest('.hub-rows > li');
  item?.querySelector<HTMLButtonElement>('button[formaction$="/done"]')?.click();
}

function firstInSight(items: Element[]): number {
  return Math.max(
    0,
    items.findIndex((item) => item.getBoundingClientRect().bottom > 0),
  );
}

/** What stands for an item: its heading, else its link, else itself. */
function focus(item: Element | null | undefined): void {
  if (!(item instanceof HTMLElement)) return;
  const own = item.matches('input, textarea')
    ? item
    : item.querySelector<HTMLElement>('h2[tabindex], h3[tabindex], a');
  (own ?? item).focus();
  own?.scrollIntoView({ block: 'nearest' });
}
