export interface Sought {
  who: string | null;
  verb: string | null;
  from: string | null;
  to: string | null;
}

/** What the address asks of the record. Dates that are none ask for nothing. */
export function soughtIn(url: URL): Sought {
  const asked = url.searchParams;
  const day = (name: string) => {
    const written = asked.get(name) ?? '';
    const date = new Date(`${written}T00:00:00Z`);
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(date.getTime());
    return isDay && date.toISOString().startsWith(written) ? written : null;
  };
  return {
    who: asked.get('who')?.trim().slice(0, 100) || null,
    verb: asked.get('verb')?.slice(0, 100) || null,
    from: day('from'),
    to: day('to'),
  };
}

export function recordPath(sought: Sought, after: string | null = null, path = '/admin/audit'): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...sought, after })) if (value) query.set(name, value);
  return query.size ? `${path}?${query}` : path;
}
