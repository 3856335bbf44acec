import type { RawBuilder } from 'kysely';
import { sql } from '../platform/sql.ts';
import { holds, type Asked } from './asked.ts';
import { wordsOf } from './fold.ts';

/** SQL: strand `t` is the one that was named, by its slug or by words of its name. */
export function isNamed(strand: string): RawBuilder<boolean> {
  const slug = strand.replaceAll('\0', '').toLowerCase();
  const words = wordsOf(strand).slice(0, 8);
  const conditions = words.map(({ text }) => holds(sql`t.name`, { words: [text], isQuoted: false }));
  const byName = conditions.length ? sql.join(conditions, sql` and `) : sql`false`;
  return sql`(t.slug = ${slug} or ${byName})`;
}

/** SQL: group `g` belongs to the strand that was asked for, if one was. */
export function groupInStrand({ strand }: Asked): RawBuilder<boolean> {
  if (strand === null) return sql`true`;
  return sql`exists (select 1 from strand t where ${isNamed(strand)} and (t.home_group_id = g.id
    or exists (select 1 from group_strand gs where gs.group_id = g.id and gs.strand_id = t.id)))`;
}
