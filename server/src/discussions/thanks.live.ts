import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { FeedSubjectKind } from '../platform/feed.ts';
import { rows, sql } from '../platform/sql.ts';

@ObjectType({ description: 'How many people thank for a reply.' })
export class FeedThanks {
  @Field(() => ID, { description: 'The reply.' }) replyId: string;
  @Field(() => ID, { description: 'Its discussion.' }) discussionId: string;
  @Field(() => Int, { description: 'How many.' }) thanksCount: number;
  @Field(() => Int, { description: 'Rises with every change.' }) thanksVersion: number;
}

@ObjectType({ description: 'Whether the person thanks for a reply.' })
export class FeedThanked {
  @Field(() => ID, { description: 'The reply.' }) replyId: string;
  @Field(() => Boolean, { description: 'They do.' }) thanks: boolean;
}

export const thanksSubject: FeedSubjectKind = {
  kind: 'thanks',
  type: FeedThanks,
  async load(em, stream, ids) {
    const found = await rows<FeedThanks>(
      em,
      sql`
      select y.id as "replyId", y.discussion_id as "discussionId", y.thanks_count as "thanksCount",
        y.thanks_version as "thanksVersion"
      from reply y join discussion d on d.id = y.discussion_id
      where y.id = any(${ids}::uuid[]) and 'group:' || d.group_id = ${stream}`,
    );
    return new Map(found.map((row) => [row.replyId, row]));
  },
};

/** For the other pages of whoever thanks: everybody else hears how many they are. */
export const thankedSubject: FeedSubjectKind = {
  kind: 'thanked',
  type: FeedThanked,
  async load(em, stream, ids) {
    const found = await rows<FeedThanked>(
      em,
      sql`
      select y.id as "replyId", exists (select 1 from thanks t where t.reply_id = y.id and 'person:' || t.person_id = ${stream}) as thanks
      from reply y where y.id = any(${ids}::uuid[]) and ${stream} like 'person:%'`,
    );
    return new Map(found.map((row) => [row.replyId, row]));
  },
};
