import type { RawBuilder } from 'kysely';
import type { Person } from '../people/person.ts';
import { sql } from '../platform/sql.ts';
import { mayBeSeen, requestsSeenBy } from '../requests/request.policy.ts';
import { groupsVisibleTo } from '../strands/group.policy.ts';

export interface AuditRow {
  id: string;
  at: string;
  verb: string;
  reason: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  actor: Person | null;
  target: { kind: string; name: string | null; path: string | null };
}

export interface AuditSought {
  who?: string | null;
  verb?: string | null;
  from?: string | null;
  to?: string | null;
}

const person = sql`json_build_object('id', a.id, 'handle', a.handle, 'displayName', a.display_name,
  'role', a.role, 'isVerified', a.verified_at is not null)`;

/**
 * SQL: what `AuditRow` holds, of the entries sought. Each target is named through its own door: of a confidential group
 * even an admin reads only that something was done. A merged group is named by who may know where it went.
 */
export function auditRows(me: string, { who, verb, from, to }: AuditSought): RawBuilder<AuditRow> {
  const words = (who ?? '').trim().slice(0, 100).replace(/\0/g, '');
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const named = (alias: string) =>
    sql`(${sql.ref(`${alias}.display_name`)} ilike ${like} or ${sql.ref(`${alias}.handle`)} ilike ${like})`;
  return sql`
    select e.id, e.at, e.verb, e.reason, e.before, e.after,
      case when a.id is not null then ${person} end as actor,
      json_build_object('kind', split_part(e.target, ':', 1),
        'name', coalesce(p.display_name, b.name, t.name, q.title, c.name,
          case when split_part(e.target, ':', 1) in ('type', 'weights') then e.target end),
        'path', coalesce('/people/' || p.handle, '/groups/' || b.slug, '/strands/' || t.slug, '/requests/' || q.id,
          case when e.target like 'weights:%' then '/admin/matching' end)) as target
    from audit_entry e
    left join person a on a.id = e.actor_id
    left join person p on e.target = 'person:' || p.id
    left join lateral (
      select once.name, g.slug from "group" once join "group" g on g.id = coalesce(once.successor_id, once.id)
      where e.target = 'group:' || once.id and ${groupsVisibleTo(me)}
    ) b on true
    left join lateral (
      select t.name, coalesce(next.slug, t.slug) as slug from strand t left join strand next on next.id = t.successor_id
      where e.target = 'strand:' || t.id
    ) t on true
    left join lateral (
      select r.id, r.title from ${requestsSeenBy(me)} where e.target = 'request:' || r.id and ${mayBeSeen}
    ) q on true
    left join contribution_kind c on e.target = 'type:' || c.code
    where ${words ? sql`(${named('a')} or ${named('p')})` : sql`true`}
      and ${verb ? sql`e.verb = ${verb.replace(/\0/g, '')}` : sql`true`}
      and ${from ? sql`e.at >= ${from}::date` : sql`true`}
      and ${to ? sql`e.at < ${to}::date + 1` : sql`true`}`;
}
