import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { FeedSubjectKind } from '../platform/feed.ts';
import { rows, sql } from '../platform/sql.ts';
import { ResponseState } from './response.states.ts';

/** Staff and the person hear the same: nothing here names anybody, so that staff may read blind. */
@ObjectType({ description: 'How far a response has come. It names nobody.' })
export class FeedResponse {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => ID, { description: 'The request.' }) requestId: string;
  @Field(() => ResponseState, { description: 'How far it has come.' }) state: ResponseState;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
}

export const responseSubject: FeedSubjectKind = {
  kind: 'response',
  type: FeedResponse,
  async load(em, stream, ids) {
    const found = await rows<FeedResponse>(
      em,
      sql`
      select s.id, s.request_id as "requestId", s.state, s.version
      from response s
      where s.id = any(${ids}::uuid[]) and ${stream} in ('request:' || s.request_id || ':staff', 'person:' || s.person_id)`,
    );
    return new Map(found.map((row) => [row.id, row]));
  },
};
