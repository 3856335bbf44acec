import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { locale } from '#lib/say/locale.ts';
import type { Operation } from './generated/operations.ts';
import { hubOf } from './hub.ts';

/**
 * Asks the hub as whoever is looking. A closed door becomes the sign-in page or a 404, a fault a 500 with its
 * reference; what the person can put right comes back as data.
 */
export function api(event: RequestEvent) {
  return async <Answer, Variables extends object>(
    operation: Operation<Answer, Variables>,
    variables: Variables,
  ): Promise<Answer> => {
    const cookie = event.request.headers.get('cookie');
    const { data, errors } = await hubOf(event.platform).execute(operation.text, variables, cookie, locale());
    const [first] = errors ?? [];
    if (!first) return data as Answer;
    const { code, reference } = first.extensions ?? {};
    if (code === 'UNAUTHENTICATED') redirect(303, signInThenBack(event.url));
    if (code === 'SECOND_STEP_NEEDED') redirect(303, '/account/security');
    if (code === 'NOT_FOUND') error(404, { message: '' });
    if (code === 'BAD_USER_INPUT') error(400, { message: 'This address or form is not one of ours.' });
    error(500, { message: '', ...(reference && { reference }) });
  };
}

/** The sign-in page, coming back here after. */
export function signInThenBack(url: URL): string {
  const back =
    url.pathname +
    [...url.searchParams]
      .filter(([key]) => !key.startsWith('/'))
      .reduce(
        (query, [key, value]) =>
          `${query}${query ? '&' : '?'}${encodeURIComponent(key)}=${encodeURIComponent(value)}`,
        '',
      );
  return `/sign-in?next=${encodeURIComponent(back)}`;
}
