import { as, type Nested } from './as.ts';
import type { Cast } from './cast.ts';
import type { Person } from '../src/people/person.ts';
import { START, POST } from './talk.ts';

const SEARCH = `query ($text: String!, $kind: HitKind, $strand: String, $country: String, $first: Int, $after: String) {
  search(text: $text, kind: $kind, strand: $strand, country: $country, first: $first, after: $after) {
    terms suggestion counts { kind count isMore }
    hits { edges { cursor node { id kind href where replyNumber title { text isMatch } snippet { text isMatch } } }
      pageInfo { hasNextPage endCursor } } } }`;

export interface Hit {
  kind: string;
  href: string;
  where: string | null;
  replyNumber: number | null;
  title: { text: string; isMatch: boolean }[];
  snippet: { text: string; isMatch: boolean }[];
}

interface Answer {
  terms: string[];
  suggestion: string | null;
  counts: Record<string, number>;
  hits: Hit[];
  end: string | null;
  isMore: boolean;
}

export async function search(
  who: Person | null,
  text: string,
  more: Record<string, unknown> = {},
): Promise<Answer> {
  const { search: found } = (await as(who).run(SEARCH, { text, ...more })) as unknown as {
    search: {
      terms: string[];
      suggestion: string | null;
      counts: { kind: string; count: number }[];
      hits: { edges: { node: Hit }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    };
  };
  return {
    terms: found.terms,
    suggestion: found.suggestion,
    counts: Object.fromEntries(found.counts.map(({ kind, count }) => [kind, count])),
    hits: found.hits.edges.map(({ node }) => node),
    end: found.hits.pageInfo.endCursor,
    isMore: found.hits.pageInfo.hasNextPage,
  };
}

export const titles = ({ hits }: Answer) => hits.map(({ title }) => title.map(({ text }) => text).join(''));

export async function start(all: Cast, title: string, body: string, group = all.technical): Promise<string> {
  const { discussion } = await as(all.kofi).send(START, { groupId: group.id, title, body });
  return String(discussion?.id);
}

export async function reply(who: Person, discussionId: string, body: string): Promise<Nested> {
  return as(who).send(POST, { discussionId, body });
}
