import { redirect, type RequestEvent } from '@sveltejs/kit';
import { nextPath, withNext } from '#lib/api/next.ts';

/** What somebody has said on their way to an account. No password is ever among it. */
export interface Joining {
  displayName?: string;
  timeZone?: string;
  /** Home groups of the strands they chose. */
  groups?: string[];
  visibility?: string;
  conduct?: boolean;
}

/** One question a page, in this order. */
export const STEPS = ['', 'strands', 'visibility', 'conduct', 'account'] as const;
export type Step = (typeof STEPS)[number];

const COOKIE = 'hub-joining';
const OPTIONS = { path: '/sign-up', httpOnly: true, sameSite: 'lax', secure: false } as const;
const AN_HOUR = 3_600;

/** Kept in the browser, so that nothing is stored of whoever does not go on. */
export function joiningIn({ cookies }: Pick<RequestEvent, 'cookies'>): Joining {
  try {
    const said: unknown = JSON.parse(cookies.get(COOKIE) ?? '{}');
    return read(Object(said) as Record<string, unknown>);
  } catch {
    return {};
  }
}

function read({ displayName, timeZone, groups, visibility, conduct }: Record<string, unknown>): Joining {
  return {
    ...(typeof displayName === 'string' && { displayName }),
    ...(typeof timeZone === 'string' && { timeZone }),
    ...(Array.isArray(groups) && { groups: groups.filter((id) => typeof id === 'string') }),
    ...(typeof visibility === 'string' && { visibility }),
    ...(conduct === true && { conduct }),
  };
}

/** Keeps an answer and goes on to the next question. */
export function goOn(event: RequestEvent, step: Step, answer: Joining): never {
  const said = { ...joiningIn(event), ...answer };
  event.cookies.set(COOKIE, JSON.stringify(said), { ...OPTIONS, maxAge: AN_HOUR });
  const next = STEPS[STEPS.indexOf(step) + 1] ?? '';
  redirect(303, addressOf(next, event.url));
}

export function forgetJoining({ cookies }: RequestEvent): void {
  cookies.delete(COOKIE, OPTIONS);
}

export function addressOf(step: Step, url: URL): string {
  return withNext(step ? `/sign-up/${step}` : '/sign-up', url);
}

/** Whoever is signed in goes on; whoever left a question before this one out is brought to it. */
export function atStep(event: RequestEvent, step: Step) {
  if (event.locals.viewer) redirect(303, nextPath(event.url));
  const said = joiningIn(event);
  const missing = firstMissing(said);
  if (STEPS.indexOf(missing) < STEPS.indexOf(step)) redirect(303, addressOf(missing, event.url));
  const place = STEPS.indexOf(step);
  return {
    said,
    place: place + 1,
    places: STEPS.length,
    back: place === 0 ? null : addressOf(STEPS[place - 1] ?? '', event.url),
    signIn: withNext('/sign-in', event.url),
  };
}

export function firstMissing(said: Joining): Step {
  if (!said.displayName || !said.timeZone) return '';
  if (!said.groups) return 'strands';
  if (!said.visibility) return 'visibility';
  return said.conduct ? 'account' : 'conduct';
}
