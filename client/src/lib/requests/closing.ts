import { words as say } from '#lib/say/generated/requests.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How near a deadline is, in words: "closes in 8 days". Rounded down: nobody is promised more than there is. */
export function closingText(closesAt: string, now: string): string {
  const left = new Date(closesAt).getTime() - new Date(now).getTime();
  if (left <= 0) return say.closed();
  if (left < HOUR) return say.closesInMinutes({ count: Math.max(1, Math.floor(left / MINUTE)) });
  if (left < 2 * DAY) return say.closesInHours({ count: Math.floor(left / HOUR) });
  return say.closesInDays({ count: Math.floor(left / DAY) });
}

/** The second clock beside the request's own: the reader's, or the world's where theirs is the same. */
export function otherZone(timeZone: string, mine: string): string {
  return mine === timeZone ? 'UTC' : mine;
}
