/**
 * How somebody wants the hub to behave in this browser. These are cookies so that scripts and server both know them
 * before anything is asked; they may be read by scripts, and are no secret. Whatever form changes them sets
 * `preferenceCookies(…)` on its answer.
 */
export interface LivePreferences {
  /** Whether pages hear of news by themselves. */
  live: boolean;
  /** Whether single letters are shortcuts: off unless asked for, because dictation types letters. */
  keys: boolean;
  /** What a screen reader is told of news. */
  announcements: Announcements;
}

export type Announcements = 'off' | 'count' | 'author';

const NAMES = { live: 'hub-live', keys: 'hub-keys', announcements: 'hub-announce' } as const;

export const PREFERENCE_OPTIONS = {
  path: '/',
  sameSite: 'lax',
  httpOnly: false,
  secure: false,
  maxAge: 365 * 24 * 3600,
} as const;

/** What the cookies say, as they stand in a header or in `document.cookie`. */
export function preferencesIn(cookies: string | null): LivePreferences {
  const said = new Map(
    (cookies ?? '').split(';').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
    }),
  );
  const announcements = said.get(NAMES.announcements);
  return {
    live: said.get(NAMES.live) !== 'off',
    keys: said.get(NAMES.keys) === 'on',
    announcements: announcements === 'off' || announcements === 'author' ? announcements : 'count',
  };
}

/** The cookies that remember a choice. */
export function preferenceCookies(chosen: Partial<LivePreferences>): { name: string; value: string }[] {
  const { live, keys, announcements } = chosen;
  return [
    ...(live === undefined ? [] : [{ name: NAMES.live, value: live ? 'on' : 'off' }]),
    ...(keys === undefined ? [] : [{ name: NAMES.keys, value: keys ? 'on' : 'off' }]),
    ...(announcements === undefined ? [] : [{ name: NAMES.announcements, value: announcements }]),
  ];
}

export function preferencesHere(): LivePreferences {
  return preferencesIn(document.cookie);
}

/** Whether to follow the feed: not when its reader, or their device, asks to spare data. */
export function isLiveWanted(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return preferencesHere().live && !connection?.saveData;
}
