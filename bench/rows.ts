// What the baselines ask: the rows the hub shows, in one statement, as one would write it by hand.

export const LIST = `
  select d.id, d.title, d.summary, d.kind, d.last_number as "lastNumber", d.last_number - 1 as "replyCount",
    greatest(d.last_number - coalesce(r.number, 0), 0) as "unreadCount", coalesce(r.number, 0) as "readTo",
    d.started_at as "startedAt", d.latest_at as "latestAt", d.closed_at as "closedAt",
    p.id as "personId", p.handle, p.display_name as "displayName", p.role, p.verified_at is not null as "isVerified"
  from discussion d
  join person p on p.id = d.started_by_id
  left join read_mark r on r.discussion_id = d.id and r.person_id = $2
  where d.group_id = $1
  order by d.latest_at desc, d.id desc
  limit $3`;

export const DISCUSSION = `
  select y.id, y.number, y.html, y.in_reply_to as "inReplyTo", y.lang, y.posted_at as "postedAt",
    y.edited_at as "editedAt", y.removed_at as "removedAt", y.version,
    p.id as "personId", p.handle, p.display_name as "displayName", p.role, p.verified_at is not null as "isVerified",
    d.title, d.last_number as "lastNumber", d.started_at as "startedAt", coalesce(r.number, 0) as "readTo"
  from reply y
  join discussion d on d.id = y.discussion_id
  join person p on p.id = y.author_id
  left join read_mark r on r.discussion_id = d.id and r.person_id = $2
  where y.discussion_id = $1
  order by y.number
  limit $3`;
