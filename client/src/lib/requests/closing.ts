const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How near a deadline is, in words: "closes in 8 days". Rounded down: nobody is promised more than there is. */
export function closingText(closesAt: string, now: string): string {
  const left = new Date(closesAt).getTime() - new Date(now).getTime();
  if (left <= 0) return 'closed';
  if (left < HOUR) return `closes in ${count(Math.max(1, Math.floor(left / MINUTE)), 'minute')}`;
  if (left < 2 * DAY) return `closes in ${count(Math.floor(left / HOUR), 'hour')}`;
  return `closes in ${count(Math.floor(left / DAY), 'day')}`;
}

function count(many: number, one: string): string {
  return `${many} ${one}${many === 1 ? '' : 's'}`;
}
