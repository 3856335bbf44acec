import type { DiscussionFilter, DiscussionKind } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/discussions.ts';
import { isKind } from './kinds.ts';

const views = [
  { name: 'latest', filter: 'LATEST', text: say.viewLatest },
  { name: 'unread', filter: 'UNREAD', text: say.viewUnread },
  { name: 'unanswered', filter: 'UNANSWERED', text: say.viewUnanswered },
  { name: 'followed', filter: 'FOLLOWED', text: say.viewFollowed },
] as const;

export type View = (typeof views)[number]['name'];

/** What of a list is shown: which view of it, and which kind alone. */
export interface Shown {
  view: View;
  kind: DiscussionKind | null;
}

interface Asked extends Shown {
  filter: DiscussionFilter;
  after: string | null;
}

/** Which view of a list of discussions the address asks for. */
export function viewAsked({ searchParams }: { searchParams: Pick<URLSearchParams, 'get'> }): Asked {
  const { name, filter } = views.find((one) => one.name === searchParams.get('view')) ?? views[0];
  const kind = searchParams.get('kind');
  return { view: name, filter, kind: isKind(kind) ? kind : null, after: searchParams.get('after') };
}

export function viewPath(path: string, { view, kind }: Shown, after: string | null = null): string {
  const query = new URLSearchParams({
    ...(view !== 'latest' && { view }),
    ...(kind && { kind }),
    ...(after && { after }),
  }).toString();
  return query ? `${path}?${query}` : path;
}

/** The views as links; what is unread or followed is known of people, not of visitors. */
export function viewLinks(path: string, shown: Shown, isVisitor: boolean) {
  return views
    .filter(({ name }) => !isVisitor || (name !== 'unread' && name !== 'followed'))
    .map(({ name, text }) => ({
      href: viewPath(path, { ...shown, view: name }),
      text: text(),
      isCurrent: name === shown.view,
    }));
}
