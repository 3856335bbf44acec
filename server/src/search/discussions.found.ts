import { discussionsVisibleTo } from '../discussions/discussion.policy.ts';
import { viewerId } from '../people/viewer.ts';
import { plainExcerpt } from '../platform/markdown.ts';
import { sql } from '../platform/sql.ts';
import { counted, findable, hits, scoreOf, WEIGHT, type FoundRow, type Source } from './found.ts';
import { HitKind } from './hit.ts';
import { marked, snippetOf } from './marks.ts';
import { groupInStrand } from './strand.filter.ts';

interface DiscussionFound extends FoundRow {
  title: string;
  summary: string;
  groupName: string;
  number: number | null;
  body: string | null;
}

const REPLIES_A_PAGE = 20;
const LONGEST = 12_000;

/** Discussions by their title, and by their replies for those who may read them. */
export const discussionsFound = findable<DiscussionFound>(
  HitKind.DISCUSSION,
  (context, asked, page) => {
    const me = viewerId(context);
    const seen = discussionsVisibleTo(me);
    const titles: Source = {
      id: sql`d.id`,
      from: sql`discussion d join "group" g on g.id = d.group_id`,
      where: (holds) => sql`${holds(sql`d.title || ' ' || d.summary`)} and ${seen}`,
      weight: WEIGHT.named,
      isShort: true,
    };
    const replies: Source = {
      id: sql`y.discussion_id`,
      from: sql`reply y join discussion d on d.id = y.discussion_id join "group" g on g.id = d.group_id`,
      where: (holds) => sql`${holds(sql`y.body`)} and y.removed_at is null and ${seen}`,
      weight: WEIGHT.said,
      number: sql`y.number`,
    };
    const everything = sql`select d.id, 0 as bit, 0 as weight, null::int as number from discussion d`;
    const found = sql`select d.id, d.latest_at as at, ${scoreOf(asked)} as score
      from whole w join discussion d on d.id = w.id join "group" g on g.id = d.group_id
      where ${seen} and ${groupInStrand(asked)} and ${asked.country === null}`;
    const shown = sql`
      select d.title, d.summary, g.name as "groupName", y.number, y.body
      from discussion d join "group" g on g.id = d.group_id
      left join lateral (
        select h.number from hit h where h.id = d.id and h.number is not null
        group by h.number order by count(distinct h.bit) desc, h.number limit 1) best on true
      left join reply y on y.discussion_id = d.id and y.number = best.number and y.removed_at is null
      where d.id = page.id`;
    const sources = me ? [titles, replies] : [titles];
    return counted(hits(asked, everything, sources), found, shown, page);
  },

  ({ id, at, title, summary, groupName, number, body }, { terms }) => {
    const isReply = number !== null && number > 1;
    const page = Math.ceil((number ?? 1) / REPLIES_A_PAGE);
    return {
      href: `/discussions/${id}${page > 1 ? `?page=${page}` : ''}${isReply ? `#reply-${number}` : ''}`,
      title: marked(title, terms),
      snippet: snippetOf(body === null ? summary : plainExcerpt(body, LONGEST), terms),
      where: groupName,
      at,
      replyNumber: isReply ? number : null,
    };
  },
);
