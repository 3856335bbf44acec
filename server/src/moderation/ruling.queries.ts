import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ReplyRow } from '../discussions/reply.queries.ts';
import { Reply } from '../discussions/reply.ts';
import { Ruling } from '../discussions/ruling.ts';
import type { PersonRow } from '../people/person.queries.ts';
import { Person } from '../people/person.ts';
import type { Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { rows, sql } from '../platform/sql.ts';
import { looksAfter, personJson, type RulingRow } from './reported.rows.ts';

@Resolver(() => Reply)
export class ReplyRulings {
  @FieldResolver(() => Ruling, {
    nullable: true,
    description:
      'What was last decided about it where it was reported: for its author, unless it stays as it was, and for those who look after the group.',
  })
  ruling(@Root() { id }: ReplyRow, @Ctx() context: Context): Promise<RulingRow | null> {
    return rulingOf(context, id);
  }
}

@Resolver(() => Ruling)
export class RulingQueries {
  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Who decided; null for the author of the reply.',
  })
  by(@Root() { by }: RulingRow): PersonRow | null {
    return by;
  }
}

const rulingOf = batch<string, RulingRow | null>(async (em, ids, context) => {
  const { viewer } = context as Context;
  if (!viewer) return new Map();
  const isOwn = sql`y.author_id = ${viewer.id}`;
  const found = await rows<RulingRow & { replyId: string }>(
    em,
    sql`
    select distinct on (l.reply_id) l.reply_id as "replyId", l.id, l.verdict, l.reason, l.at,
      case when not ${isOwn} then ${personJson('b')} end as by
    from ruling l join person b on b.id = l.by_id join reply y on y.id = l.reply_id
    join discussion d on d.id = y.discussion_id join "group" g on g.id = d.group_id
    where l.reply_id = any(${ids}::uuid[])
      and (${isOwn} and l.verdict <> 'KEPT' or not ${isOwn} and ${looksAfter(viewer)})
    order by l.reply_id, l.at desc, l.id desc`,
  );
  return new Map(found.map((row) => [row.replyId, row]));
}, null);
