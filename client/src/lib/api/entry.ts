import { error, type RequestEvent } from '@sveltejs/kit';
import type { Problem } from '#lib/ui/problem.ts';
import { keepCookies } from './cookies.ts';
import { hubOf } from './hub.ts';

export interface EntryRefusal {
  status: number;
  code: string;
  message: string;
}

/** Signs in, up or out as the form says. Null when it went well: the browser then holds the cookies. */
export async function enter(
  event: RequestEvent,
  path: string,
  body: object | null,
): Promise<EntryRefusal | null> {
  const answer = await hubOf(event.platform).auth(path, body, {
    cookie: event.request.headers.get('cookie'),
    address: event.getClientAddress(),
  });
  if (answer.ok) {
    keepCookies(event.cookies, answer);
    return null;
  }
  if (answer.status === 429)
    return { status: 429, code: 'RATE_LIMITED', message: tooMany(answer.headers.get('x-retry-after')) };
  if (answer.status >= 500) error(500, { message: '' });
  const said = (await answer.json().catch(() => ({}))) as { code?: string; message?: string };
  return {
    status: 422,
    code: said.code ?? 'NOT_VALID',
    message: said.message ?? 'This could not be done. Check what you wrote.',
  };
}

/** What a blank box is told, before anything is sent. */
export function blank(field: string, value: string, message: string): Problem[] {
  return value.trim() ? [] : [{ code: 'BLANK', field, message }];
}

function tooMany(seconds: string | null): string {
  const wait = Number(seconds) || 60;
  return `There were too many tries from where you are. Try again in ${wait === 1 ? '1 second' : `${wait} seconds`}.`;
}
