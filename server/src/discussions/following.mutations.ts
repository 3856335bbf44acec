import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { announce } from '../platform/announce.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, type Rejected } from '../platform/results.ts';
import { rows, sql } from '../platform/sql.ts';
import { Discussion } from './discussion.ts';
import { followingChanged } from './discussion.events.ts';
import { openDiscussion, type DiscussionRow } from './discussion.policy.ts';

@InputType({ description: 'Whether to hear of the replies to a discussion.' })
export class FollowDiscussionInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The discussion.' }) discussionId!: string;
  @Field(() => Boolean, { defaultValue: true, description: 'False stops it.' }) follow!: boolean;
}

@keptPayload
@ObjectType({ description: 'The discussion, followed or not.' })
export class FollowDiscussionPayload extends Payload<'discussion'> {
  @Field(() => Discussion, { description: 'As it now stands.' })
  discussion(@Ctx() context: Context): Promise<DiscussionRow> {
    return openDiscussion(context, this.ids.discussion);
  }
}

const FollowDiscussionResult = orRejected(FollowDiscussionPayload);

@Resolver()
export class FollowingMutations {
  @Mutation(() => FollowDiscussionResult, {
    description: 'Follows a discussion or stops; its replies then come to one’s inbox, or no longer do.',
  })
  async followDiscussion(
    @Arg('input', () => FollowDiscussionInput, { description: 'Which.' }) input: FollowDiscussionInput,
    @Ctx() context: Context,
  ): Promise<FollowDiscussionPayload | Rejected> {
    signedIn(context);
    const { id } = await openDiscussion(context, input.discussionId);
    await follow(context, id, input.follow);
    return new FollowDiscussionPayload({ discussion: id });
  }
}

/** Begins or stops, and tells the person's other pages if that changed anything. */
async function follow(context: Context, discussionId: string, follows: boolean): Promise<void> {
  const { id } = signedIn(context);
  const [changed] = await rows<{ version: number }>(
    context.em,
    sql`
    insert into following (person_id, discussion_id, follows, at, version)
    select ${id}, ${discussionId}, true, now(), 1 where ${follows}
      or exists (select 1 from following where person_id = ${id} and discussion_id = ${discussionId})
    on conflict (person_id, discussion_id) do update
      set follows = ${follows}, at = now(), version = following.version + 1
    where following.follows <> ${follows} returning version`,
  );
  if (!changed) return;
  announce(context.em, {
    stream: `person:${id}`,
    kind: followingChanged,
    subjectId: discussionId,
    subjectVersion: changed.version,
  });
}
