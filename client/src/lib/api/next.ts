/** Where to go on after signing in: a path of this hub, whatever was asked for. */
export function nextPath(url: URL, otherwise = '/'): string {
  const asked = url.searchParams.get('next') ?? '';
  const there = asked.startsWith('/') ? URL.parse(asked, url.origin) : null;
  // A path of two slashes would be read as another host.
  if (there?.origin !== url.origin || there.pathname.startsWith('//')) return otherwise;
  return there.pathname + there.search + there.hash;
}

/** The same question, carried on to another page. */
export function withNext(path: string, url: URL): string {
  const next = nextPath(url, '');
  return next ? `${path}?next=${encodeURIComponent(next)}` : path;
}
