import { error, type RequestEvent } from '@sveltejs/kit';
import { words as say } from '#lib/say/generated/account.ts';
import type { Problem } from '#lib/ui/problem.ts';
import { keepCookies } from './cookies.ts';
import { hubOf } from './hub.ts';

export interface EntryRefusal {
  status: number;
  code: string;
  message: string;
}

/** Asks the sign-in library as this browser; what it says of cookies the browser then holds. */
export async function askEntry(
  event: RequestEvent,
  path: string,
  body: object | null,
  method: 'GET' | 'POST' = 'POST',
): Promise<Response> {
  const answer = await hubOf(event.platform).auth(path, body, {
    cookie: event.request.headers.get('cookie'),
    address: event.getClientAddress(),
    agent: event.request.headers.get('user-agent'),
    method,
  });
  if (answer.status >= 500) error(500, { message: '' });
  keepCookies(event.cookies, answer);
  return answer;
}

/** Signs in, up or out as the form says. Null when it went well: the browser then holds the cookies. */
export async function enter(
  event: RequestEvent,
  path: string,
  body: object | null,
): Promise<EntryRefusal | null> {
  const answer = await askEntry(event, path, body);
  return answer.ok ? null : refusalOf(answer);
}

/** Why the library refused, with a sentence where it has none of its own. */
export async function refusalOf(answer: Response): Promise<EntryRefusal> {
  if (answer.status === 429)
    return { status: 429, code: 'RATE_LIMITED', message: tooMany(answer.headers.get('x-retry-after')) };
  const said = (await answer.json().catch(() => ({}))) as { code?: string; message?: string };
  return {
    status: 422,
    code: said.code ?? 'NOT_VALID',
    message: sentenceOf(said.code ?? '', said.message ?? ''),
  };
}

/** The library speaks English to programs; people hear our own sentence, in their language. */
function sentenceOf(code: string, message: string): string {
  if (code === 'REFUSED') return say.wasRefused({ reason: message });
  return (SENTENCES[code] ?? say.couldNotDo)();
}

const SENTENCES: Record<string, () => string> = {
  WAITING: say.stillWaits,
  BLANK: say.writeName,
  INVALID_EMAIL: say.badEmail,
  INVALID_EMAIL_OR_PASSWORD: say.signInWrong,
  INVALID_PASSWORD: say.wrongPassword,
  PASSWORD_TOO_SHORT: say.tooShort,
  PASSWORD_TOO_LONG: say.passwordTooLong,
  INVALID_TOKEN: say.linkOver,
  TOKEN_EXPIRED: say.linkOver,
  SESSION_EXPIRED: say.signInAgain,
  SESSION_NOT_FRESH: say.signInAgain,
  INVALID_CODE: say.codeWrong,
  INVALID_BACKUP_CODE: say.codeWrong,
  OTP_HAS_EXPIRED: say.codeWrong,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: say.lockedForNow,
  ACCOUNT_TEMPORARILY_LOCKED: say.lockedForNow,
  INVALID_TWO_FACTOR_COOKIE: say.beginAgain,
};

/** What a blank box is told, before anything is sent. */
export function blank(field: string, value: string, message: string): Problem[] {
  return value.trim() ? [] : [{ code: 'BLANK', field, message }];
}

function tooMany(seconds: string | null): string {
  return say.tooManyTries({ seconds: Number(seconds) || 60 });
}
