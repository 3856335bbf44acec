import { Field, ID, ObjectType } from 'type-graphql';
import { announce, event } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import type { FeedSubjectKind } from '../platform/feed.ts';
import { rows, sql } from '../platform/sql.ts';
import { requestStaffStream } from '../requests/request.ts';
import type { Invitation } from './invitation.ts';

/** It names nobody, so that staff may read blind: what it says is asked for by those who may know. */
@ObjectType({ description: 'An invitation was made. It names nobody.' })
export class FeedInvitation {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => ID, { description: 'The request.' }) requestId: string;
  @Field(() => Date, { description: 'When.' }) at: Date;
}

const invitationMade = event('invitation.made');

export function tellOfInvitation(em: EntityManager, invitation: Invitation): void {
  const about = { kind: invitationMade, subjectId: invitation.id, subjectVersion: 1 };
  announce(em, { stream: requestStaffStream(invitation.request.id), ...about });
}

export const invitationSubject: FeedSubjectKind = {
  kind: 'invitation',
  type: FeedInvitation,
  async load(em, stream, ids) {
    const found = await rows<FeedInvitation>(
      em,
      sql`
      select i.id, i.request_id as "requestId", i.at from invitation i
      where i.id = any(${ids}::uuid[]) and 'request:' || i.request_id || ':staff' = ${stream}`,
    );
    return new Map(found.map((row) => [row.id, row]));
  },
};
