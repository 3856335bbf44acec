const VIEWS = ['proposed', 'in-use', 'archived'] as const;
export type View = (typeof VIEWS)[number];

/** Which groups the address asks for: those that wait, unless it says otherwise. */
export function viewAsked(url: URL): View {
  return VIEWS.find((view) => view === url.searchParams.get('view')) ?? 'proposed';
}

export function viewPath(view: View, after: string | null | undefined = null): string {
  const query = new URLSearchParams({ ...(view !== 'proposed' && { view }), ...(after && { after }) });
  return query.size ? `/admin/groups?${query}` : '/admin/groups';
}
