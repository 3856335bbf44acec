import { viewerId } from '../people/viewer.ts';
import { sql } from '../platform/sql.ts';
import { groupsVisibleTo } from '../strands/group.policy.ts';
import { counted, findable, hits, scoreOf, WEIGHT, type FoundRow, type Source } from './found.ts';
import { HitKind } from './hit.ts';
import { marked, snippetOf } from './marks.ts';
import { groupInStrand } from './strand.filter.ts';

interface GroupFound extends FoundRow {
  slug: string;
  name: string;
  purpose: string;
  strandSlug: string | null;
}

/** Groups that are open or were, and with them the strands whose home they are. */
export const groupsFound = findable<GroupFound>(
  HitKind.GROUP,
  (context, asked, page) => {
    const seen = sql`(g.state <> 'PROPOSED' and ${groupsVisibleTo(viewerId(context))})`;
    const group: Omit<Source, 'where' | 'weight'> = { id: sql`g.id`, from: sql`"group" g` };
    const sources: Source[] = [
      {
        ...group,
        where: (holds) => sql`${holds(sql`g.name || ' ' || g.purpose`)} and ${seen}`,
        weight: WEIGHT.said,
        isShort: true,
      },
      { ...group, where: (holds) => sql`${holds(sql`g.name`)} and ${seen}`, weight: WEIGHT.named },
    ];
    const everything = sql`select g.id, 0 as bit, 0 as weight, null::int as number from "group" g`;
    const found = sql`select g.id, g.created_at as at, ${scoreOf(asked)} as score
      from whole w join "group" g on g.id = w.id
      where ${seen} and ${groupInStrand(asked)} and ${asked.country === null}`;
    const shown = sql`select g.slug, g.name, g.purpose, home.slug as "strandSlug"
      from "group" g left join strand home on home.home_group_id = g.id where g.id = page.id`;
    return counted(hits(asked, everything, sources), found, shown, page);
  },

  ({ slug, name, purpose, strandSlug }, { terms }) => {
    return {
      href: strandSlug ? `/strands/${strandSlug}` : `/groups/${slug}`,
      title: marked(name, terms),
      snippet: snippetOf(purpose, terms),
      where: null,
    };
  },
);
