import { Field, ID, Int, ObjectType } from 'type-graphql';
import { announce, event } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import type { FeedSubjectKind } from '../platform/feed.ts';
import { rows, sql } from '../platform/sql.ts';
import { requestStaffStream } from '../requests/request.ts';
import type { MoreTime } from './more-time.ts';

/** Staff and whoever asked hear the same: it names nobody, so that staff may read blind. */
@ObjectType({ description: 'Somebody asked for more time, or was answered. It names nobody.' })
export class FeedMoreTime {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => ID, { description: 'The request.' }) requestId: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether it was given; null until staff answered.' })
  isGiven: boolean | null;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
}

export const moreTimeAsked = event('more-time.asked');
export const moreTimeAnswered = event('more-time.answered');

export function tellOfMoreTime(em: EntityManager, moreTime: MoreTime, kind: typeof moreTimeAsked): void {
  const about = { kind, subjectId: moreTime.id, subjectVersion: moreTime.version };
  announce(em, { stream: requestStaffStream(moreTime.request.id), ...about });
  announce(em, { stream: `person:${moreTime.person.id}`, ...about });
}

export const moreTimeSubject: FeedSubjectKind = {
  kind: 'more-time',
  type: FeedMoreTime,
  async load(em, stream, ids) {
    const found = await rows<FeedMoreTime>(
      em,
      sql`
      select t.id, t.request_id as "requestId", t.is_given as "isGiven", t.version from more_time t
      where t.id = any(${ids}::uuid[]) and ${stream} in ('request:' || t.request_id || ':staff', 'person:' || t.person_id)`,
    );
    return new Map(found.map((row) => [row.id, row]));
  },
};
