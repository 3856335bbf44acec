import { Field, ID, Int, ObjectType } from 'type-graphql';
import { actsAsStaff } from '../people/acting.ts';
import type { Audience, FeedSubjectKind } from '../platform/feed.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';

/** It does not say of what: one who moderates may have written it. */
@ObjectType({ description: 'A report as moderators hear of it: that there is one, and whether it waits.' })
export class FeedReport {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => Boolean, { description: 'It was settled.' }) isSettled: boolean;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
}

/** Only of what everybody signed in reads: what went private since is no longer in this stream. */
export const reportSubject: FeedSubjectKind = {
  kind: 'report',
  type: FeedReport,
  async load(em, stream, ids) {
    const found = await rows<FeedReport>(
      em,
      sql`
      select c.id, c.ruling_id is not null as "isSettled", case when c.ruling_id is null then 1 else 2 end as version
      from report c join reply y on y.id = c.reply_id join discussion d on d.id = y.discussion_id
      join "group" g on g.id = d.group_id
      where c.id = any(${ids}::uuid[]) and ${stream} = 'moderation'
        and g.privacy in ('OPEN', 'RESTRICTED') and g.state <> 'PROPOSED'`,
    );
    return new Map(found.map((row) => [row.id, row]));
  },
};

/** Staff moderate what everybody signed in reads. */
export const moderationAudience: Audience = {
  kind: 'moderation',
  readable: async (em, actorId, streams) => {
    const isModerator = await firstRow(
      em,
      sql`select 1 from person p where p.id = ${actorId} and ${actsAsStaff('p')} and p.suspended_at is null and p.waiting_since is null`,
    );
    return isModerator ? streams.filter((stream) => stream === 'moderation') : [];
  },
};
