import type { RawBuilder } from 'kysely';
import type { Verdict } from '../discussions/ruling.ts';
import type { PersonRow } from '../people/person.queries.ts';
import { isStaff, type Viewer } from '../people/viewer.ts';
import { sql } from '../platform/sql.ts';
import { ReportsView, type ReportShown } from './reported.ts';

export interface RulingRow {
  id: string;
  verdict: Verdict;
  reason: string;
  at: string;
  /** Null for the author, who hears what was decided and not by whom. */
  by: PersonRow | null;
}

export interface ReportedRow {
  id: string;
  replyId: string;
  at: string;
  count: number;
  reports: ReportShown[];
  earlier: number;
  ruling: RulingRow | null;
}

/**
 * SQL: the viewer looks after group `g`: its leads do, and staff after what everybody signed in reads. Of private groups
 * staff learn nothing this way.
 */
export function looksAfter(viewer: Pick<Viewer, 'id' | 'role'>): RawBuilder<boolean> {
  const leads = sql`exists (select 1 from membership m where m.group_id = g.id and m.person_id = ${viewer.id}
    and m.state = 'ACTIVE' and m.role = 'LEAD')`;
  if (!isStaff(viewer)) return sql`(${leads})`;
  return sql`(${leads} or g.privacy in ('OPEN', 'RESTRICTED') and g.state <> 'PROPOSED')`;
}

/** SQL: the viewer may know that reply `y` in group `g` was reported. Nobody looks into reports of their own words. */
export function reportsKnownTo(viewer: Pick<Viewer, 'id' | 'role'>): RawBuilder<boolean> {
  return sql`(y.author_id <> ${viewer.id} and ${looksAfter(viewer)})`;
}

/** SQL: somebody, as the pages name them. */
export function personJson(alias: string): RawBuilder<PersonRow> {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`json_build_object('id', ${of('id')}, 'handle', ${of('handle')}, 'displayName', ${of('display_name')},
    'role', ${of('role')}, 'isVerified', ${of('verified_at')} is not null)`;
}

const MOST_SHOWN = 20;

const UNITS = {
  [ReportsView.WAITING]: sql`(select c.reply_id as id, c.reply_id, min(c.at) as at, null::uuid as ruling_id
    from report c where c.ruling_id is null group by c.reply_id)`,
  [ReportsView.SETTLED]: sql`(select l.id, l.reply_id, l.at, l.id as ruling_id from ruling l)`,
};

/** SQL: reply `y`, its discussion and its group, of each reported reply `u` in this view that the viewer looks after. */
export function reportedFrom(viewer: Viewer, view: ReportsView): RawBuilder<unknown> {
  const stands = view === ReportsView.WAITING ? sql`y.removed_at is null` : sql`true`;
  return sql`${UNITS[view]} u join reply y on y.id = u.reply_id join discussion d on d.id = y.discussion_id
    join "group" g on g.id = d.group_id where ${stands} and ${reportsKnownTo(viewer)}`;
}

/** SQL: what `ReportedRow` holds, of those that `page` keeps. */
export function reportedRows(
  viewer: Viewer,
  view: ReportsView,
  page: RawBuilder<unknown>,
): RawBuilder<ReportedRow> {
  return sql`
    select s.id, s.reply_id as "replyId", s.at, c.count, c.reports,
      (select count(*)::int from ruling l join reply y on y.id = l.reply_id join discussion d on d.id = y.discussion_id
        join "group" g on g.id = d.group_id
        where y.author_id = s.author_id and l.by_id is distinct from y.author_id and l.verdict <> 'KEPT'
          and l.id is distinct from s.ruling_id
          and ${looksAfter(viewer)}) as earlier,
      case when l.id is not null then json_build_object('id', l.id, 'verdict', l.verdict, 'reason', l.reason,
        'at', l.at, 'by', ${personJson('b')}) end as ruling
    from (select u.id, u.reply_id, u.at, u.ruling_id, y.author_id from ${reportedFrom(viewer, view)} ${page}) s
    left join ruling l on l.id = s.ruling_id
    left join person b on b.id = l.by_id
    cross join lateral (
      select count(*)::int as count, coalesce(json_agg(each order by at, id) filter (where place <= ${sql.raw(String(MOST_SHOWN))}), '[]') as reports
      from (select r.id, r.reason, r.note, r.at, ${personJson('w')} as "reportedBy", row_number() over (order by r.at, r.id) as place
        from report r join person w on w.id = r.reported_by_id
        where r.reply_id = s.reply_id and r.ruling_id is not distinct from s.ruling_id) each
    ) c`;
}
