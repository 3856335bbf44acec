import { slugOf } from '#lib/ui/slug.ts';

export const REPLIES_A_PAGE = 20;

/** A group's own page: for the home group of a strand, the strand. */
export function groupPath({ slug, homeOf }: { slug: string; homeOf?: string | null }): string {
  return homeOf ? `/strands/${homeOf}` : `/groups/${slug}`;
}

/** Pages beside a discussion's own: a title of one of these words must not lead there. */
const TAKEN = new Set(['unread', 'read', 'manage']);

/** A discussion's page, with its title in it, percent-encoded so that it can stand in a header. */
export function discussionPath({ id, title }: { id: string; title: string }): string {
  const slug = slugOf(title);
  return `/discussions/${id}/${encodeURIComponent(TAKEN.has(slug) ? `${slug}-` : slug)}`;
}

/** The place of one reply: its page, and it on the page. Seen from a page, its own needs no address. */
export function replyPlace(number: number, from = 0): string {
  const page = Math.ceil(number / REPLIES_A_PAGE);
  const isHere = from ? page === from : page === 1;
  return `${isHere ? '' : `?page=${page}`}#reply-${number}`;
}

/** Where reading goes on: the first reply not read, or the beginning. */
export function readingPlace({ readTo, lastNumber }: { readTo: number; lastNumber: number }): string {
  return readTo > 0 && readTo < lastNumber ? replyPlace(readTo + 1) : '';
}
