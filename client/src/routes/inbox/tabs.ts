import type { InboxTab } from '#lib/api/generated/operations.ts';

/** The parts of the inbox by their words in addresses. */
export const TABS = {
  reply: 'NEEDS_REPLY',
  updates: 'UPDATES',
  done: 'DONE',
  snoozed: 'SNOOZED',
  muted: 'MUTED',
} as const satisfies Record<string, InboxTab>;

export type TabWord = keyof typeof TABS;

export function tabWord(text: string | null): TabWord | null {
  return text !== null && Object.hasOwn(TABS, text) ? (text as TabWord) : null;
}
