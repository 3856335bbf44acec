import type { RequestEvent } from '@sveltejs/kit';
import { isLanguage, preferredOf, type Language } from './languages.ts';

const COOKIE = 'hub-lang';
const A_YEAR = 365 * 24 * 3600;

/** What this browser was told last, else what the account says, else what the browser asks for. */
export function languageOf({ cookies, locals, request }: RequestEvent): Language {
  const told = cookies.get(COOKIE);
  if (isLanguage(told)) return told;
  const own = locals.viewer?.language?.toLowerCase();
  return isLanguage(own) ? own : preferredOf(request.headers.get('accept-language'));
}

/**
 * An address with ?lang= is answered by the same address without it, and the browser remembers: an address that is
 * passed on opens in the language of whoever opens it.
 */
export function rememberLanguage({ request, url, cookies }: RequestEvent): Response | null {
  const wanted = url.searchParams.get('lang');
  if (request.method !== 'GET' || !isLanguage(wanted)) return null;
  const rest = new URLSearchParams(url.searchParams);
  rest.delete('lang');
  cookies.set(COOKIE, wanted, { path: '/', maxAge: A_YEAR, sameSite: 'lax', httpOnly: true });
  const headers = new Headers({ location: url.pathname + (rest.size ? `?${rest}` : '') });
  headers.append(
    'set-cookie',
    cookies.serialize(COOKIE, wanted, { path: '/', maxAge: A_YEAR, sameSite: 'lax', httpOnly: true }),
  );
  return new Response(null, { status: 303, headers });
}
