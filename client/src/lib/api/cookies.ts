import type { Cookies } from '@sveltejs/kit';

/** Passes the cookies of another answer on to the browser, attributes and all. */
export function keepCookies(cookies: Cookies, answer: Response): void {
  for (const line of answer.headers.getSetCookie()) {
    const { name, value = '', ...attributes } = cookies.parse(line);
    // The framework's own default is secure, which a hub on plain http could not keep.
    cookies.set(name, value, {
      ...attributes,
      path: attributes.path ?? '/',
      secure: attributes.secure ?? false,
    });
  }
}
