import type { HubDraft } from './remote.ts';

/** A draft as this browser keeps it. */
export interface KeptDraft {
  body: string;
  /** The hub's version it was written over. */
  version: number;
  at: number;
  /** Whether the hub lacks it as it stands here. */
  isAhead: boolean;
  /** Sent with its form; whether it arrived is not known here. */
  wasSent?: boolean;
  /** Written elsewhere; the writer has not chosen yet. */
  other?: HubDraft | null;
}

/** What was begun before: the words to go on with, and others to choose from instead. */
export interface Begun {
  body: string;
  at: number;
  isAhead: boolean;
  other: HubDraft | null;
}

export const NOTHING: Begun = { body: '', at: 0, isAhead: false, other: null };

/** Goes on with what this browser kept, unless the hub has something newer and nothing was written here since. */
export function begunIn(mine: KeptDraft | undefined, hub: HubDraft | null | undefined): Begun {
  const isNewer = (hub?.version ?? 0) > (mine?.version ?? 0);
  const theirs = hub?.body
    ? { body: hub.body, at: Date.parse(hub.updatedAt), isAhead: false, other: null }
    : NOTHING;
  if (!mine?.body) return theirs;
  // Posted from here, or done with elsewhere.
  if (isNewer && (mine.wasSent ? !hub?.body : !mine.isAhead)) return theirs;
  const other = isNewer && hub?.body && hub.body !== mine.body ? hub : (mine.other ?? null);
  return { body: mine.body, at: mine.at, isAhead: mine.isAhead, other };
}

export function draftKey(person: string, place: string): string {
  return `draft ${person} ${place}`;
}
