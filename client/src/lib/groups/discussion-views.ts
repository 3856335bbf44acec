import type { DiscussionFilter } from '#lib/api/generated/operations.ts';

const views = [
  { name: 'latest', filter: 'LATEST', text: 'Latest' },
  { name: 'unread', filter: 'UNREAD', text: 'Unread' },
  { name: 'unanswered', filter: 'UNANSWERED', text: 'Unanswered' },
] as const;

export type View = (typeof views)[number]['name'];

/** Which view of a list of discussions the address asks for. */
export function viewAsked(url: URL): { view: View; filter: DiscussionFilter; after: string | null } {
  const { name, filter } = views.find((one) => one.name === url.searchParams.get('view')) ?? views[0];
  return { view: name, filter, after: url.searchParams.get('after') };
}

export function viewPath(path: string, view: View, after: string | null = null): string {
  const query = new URLSearchParams({
    ...(view !== 'latest' && { view }),
    ...(after && { after }),
  }).toString();
  return query ? `${path}?${query}` : path;
}

/** The views as links; what is unread is known of people, not of visitors. */
export function viewLinks(path: string, current: View, isVisitor: boolean) {
  return views
    .filter(({ name }) => !isVisitor || name !== 'unread')
    .map(({ name, text }) => ({ href: viewPath(path, name), text, isCurrent: name === current }));
}
