import type { RequestEvent } from '@sveltejs/kit';
import { hubOf } from '#lib/api/hub.ts';
import { TakePreferences, type TakePreferencesQuery } from '#lib/api/generated/operations.ts';
import { PREFERENCE_OPTIONS, preferenceCookies, type Announcements } from '#lib/live/preferences.ts';
import { locale } from '#lib/say/locale.ts';

type Kept = NonNullable<NonNullable<TakePreferencesQuery['viewer']>['preferences']>;

const OURS = { ...PREFERENCE_OPTIONS, httpOnly: true };

/** What the account says of the hub holds in this browser from now on. */
export function keepPreferences({ cookies }: RequestEvent, kept: Kept): void {
  const { live, shortcuts } = kept;
  const announcements = kept.announcements.toLowerCase() as Announcements;
  for (const { name, value } of preferenceCookies({ live, keys: shortcuts, announcements }))
    cookies.set(name, value, PREFERENCE_OPTIONS);

  const scheme = kept.scheme === 'SYSTEM' ? null : kept.scheme.toLowerCase();
  const chosen = {
    'hub-lang': kept.language?.toLowerCase(),
    'hub-scheme': scheme,
    'hub-text': kept.textOnly && 'on',
  };
  for (const [name, value] of Object.entries(chosen)) {
    if (value) cookies.set(name, value, OURS);
    else if (cookies.get(name)) cookies.delete(name, OURS);
  }
}

/** Whoever has just signed in brings their own preferences to this browser. */
export async function takePreferences(event: RequestEvent): Promise<void> {
  const answer = await hubOf(event.platform).execute(TakePreferences.text, {}, cookiesNow(event), locale());
  const { viewer } = (answer.data ?? {}) as Partial<TakePreferencesQuery>;
  if (viewer?.preferences) keepPreferences(event, viewer.preferences);
}

/** What the browser will send next: what it sent, and what it was told since. */
export function cookiesNow({ cookies }: RequestEvent): string {
  return cookies
    .getAll()
    .map(({ name, value }) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('; ');
}
