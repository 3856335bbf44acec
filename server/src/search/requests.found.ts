import { viewerId } from '../people/viewer.ts';
import { plainExcerpt } from '../platform/markdown.ts';
import { sql } from '../platform/sql.ts';
import { mayBeReadInFull, mayBeSeen, requestRows, requestsSeenBy } from '../requests/request.policy.ts';
import { counted, findable, hits, scoreOf, WEIGHT, type FoundRow, type Source } from './found.ts';
import { HitKind } from './hit.ts';
import { marked, placesIn, snippetOf } from './marks.ts';
import { isNamed } from './strand.filter.ts';

interface RequestFound extends FoundRow {
  title: string;
  summary: string;
  problem: string | null;
  desiredOutcome: string | null;
  alreadyTried: string | null;
  programmeName: string;
  openedAt: string | null;
}

const LONGEST = 12_000;
const ADVERTISED = sql`(r.sensitivity = 'PUBLIC' or ${mayBeReadInFull})`;

/** Requests by as much of them as this viewer may read: a title, its first words, or all of it. */
export const requestsFound = findable<RequestFound>(
  HitKind.REQUEST,
  (context, asked, page) => {
    const me = viewerId(context);
    const request = { id: sql`r.id`, from: requestsSeenBy(me) };
    const sources: Source[] = [
      {
        ...request,
        where: (holds) =>
          sql`${holds(sql`r.title || ' ' || r.summary`)} and ${mayBeSeen} and (${ADVERTISED} or ${holds(sql`r.title`)})`,
        weight: WEIGHT.named,
        isShort: true,
      },
      {
        ...request,
        where: (holds) =>
          sql`${holds(sql`r.problem || ' ' || r.desired_outcome || ' ' || r.already_tried`)}
            and ${mayBeSeen} and ${mayBeReadInFull}`,
        weight: WEIGHT.said,
      },
    ];
    const everything = sql`select r.id, 0 as bit, 0 as weight, null::int as number from request r`;
    const inStrand = asked.strand
      ? sql`${ADVERTISED} and exists (select 1 from request_strand rs join strand t on t.id = rs.strand_id
          where rs.request_id = r.id and ${isNamed(asked.strand)})`
      : sql`true`;
    const inCountry =
      asked.country === null ? sql`true` : sql`(${ADVERTISED} and r.country = ${asked.country})`;
    const found = sql`select r.id, coalesce(r.opened_at, r.created_at) as at, ${scoreOf(asked)} as score
      from whole w join (${requestsSeenBy(me)}) on r.id = w.id
      where ${mayBeSeen} and ${inStrand} and ${inCountry}`;
    const shown = sql`select one.title, one.summary, one.problem, one."desiredOutcome", one."alreadyTried",
        one."programmeName", one."openedAt"
      from (${requestRows(me, sql`r.id = page.id`)}) one`;
    return counted(hits(asked, everything, sources), found, shown, page);
  },

  ({ id, title, summary, problem, desiredOutcome, alreadyTried, programmeName, openedAt }, { terms }) => {
    const texts = [problem, desiredOutcome, alreadyTried].map((text) => plainExcerpt(text ?? '', LONGEST));
    const telling = [summary, ...texts].find((text) => placesIn(text, terms).length > 0);
    return {
      href: `/requests/${id}`,
      title: marked(title, terms),
      snippet: snippetOf(telling ?? summary, terms),
      where: programmeName,
      at: openedAt,
    };
  },
);
