import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { announce } from '../platform/announce.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, ProblemCode, reject, Rejected } from '../platform/results.ts';
import { rows, sql } from '../platform/sql.ts';
import { Discussion } from './discussion.ts';
import { readMarkMoved } from './discussion.events.ts';
import { openDiscussion, type DiscussionRow } from './discussion.policy.ts';

@InputType({ description: 'How far a discussion was read.' })
export class MarkReadInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The discussion.' }) discussionId!: string;
  @Field(() => Int, { description: 'The highest number read.' }) number!: number;
}

@keptPayload
@ObjectType({ description: 'The mark, raised.' })
export class MarkReadPayload extends Payload<'discussion'> {
  @Field(() => Discussion, { description: 'As it now stands.' })
  discussion(@Ctx() context: Context): Promise<DiscussionRow> {
    return openDiscussion(context, this.ids.discussion);
  }
}

const MarkReadResult = orRejected(MarkReadPayload);

@Resolver()
export class ReadMarkMutations {
  @Mutation(() => MarkReadResult, { description: 'Raises one’s own read mark; it never falls.' })
  async markRead(
    @Arg('input', () => MarkReadInput, { description: 'How far.' }) input: MarkReadInput,
    @Ctx() context: Context,
  ): Promise<MarkReadPayload | Rejected> {
    signedIn(context);
    const row = await openDiscussion(context, input.discussionId);
    if (input.number < 1 || input.number > row.lastNumber) {
      return reject({
        code: ProblemCode.OUT_OF_RANGE,
        field: 'number',
        message: 'There is no reply with this number.',
      });
    }
    await markRead(context, row.id, input.number);
    return new MarkReadPayload({ discussion: row.id });
  }
}

/** Raises the mark if it rises, and tells the person's other pages. */
export async function markRead(context: Context, discussionId: string, number: number): Promise<void> {
  const { id } = signedIn(context);
  const moved = await rows(
    context.em,
    sql`
    insert into read_mark (person_id, discussion_id, number, at) values (${id}, ${discussionId}, ${number}, now())
    on conflict (person_id, discussion_id) do update set number = excluded.number, at = now()
    where read_mark.number < excluded.number returning number`,
  );
  if (moved.length === 0) return;
  announce(context.em, {
    stream: `person:${id}`,
    kind: readMarkMoved,
    subjectId: discussionId,
    subjectVersion: number,
  });
}
