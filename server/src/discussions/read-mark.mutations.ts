import type { RawBuilder } from 'kysely';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { announce } from '../platform/announce.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, ProblemCode, reject, Rejected, type Problem } from '../platform/results.ts';
import { rows, sql } from '../platform/sql.ts';
import * as say from '../platform/say/generated/discussions.ts';
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

@InputType({ description: 'From where a discussion is to be unread again.' })
export class MarkUnreadInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The discussion.' }) discussionId!: string;
  @Field(() => Int, { description: 'The first number that is unread again.' }) number!: number;
}

@keptPayload
@ObjectType({ description: 'The mark, taken back.' })
export class MarkUnreadPayload extends Payload<'discussion'> {
  @Field(() => Discussion, { description: 'As it now stands.' })
  discussion(@Ctx() context: Context): Promise<DiscussionRow> {
    return openDiscussion(context, this.ids.discussion);
  }
}

const MarkReadResult = orRejected(MarkReadPayload);
const MarkUnreadResult = orRejected(MarkUnreadPayload);

const noSuchNumberProblem = (): Problem => ({
  code: ProblemCode.OUT_OF_RANGE,
  field: 'number',
  message: say.noSuchNumber(),
});

@Resolver()
export class ReadMarkMutations {
  @Mutation(() => MarkReadResult, { description: 'Raises one’s own read mark. Reading never lowers it.' })
  async markRead(
    @Arg('input', () => MarkReadInput, { description: 'How far.' }) input: MarkReadInput,
    @Ctx() context: Context,
  ): Promise<MarkReadPayload | Rejected> {
    signedIn(context);
    const row = await openDiscussion(context, input.discussionId);
    if (input.number < 1 || input.number > row.lastNumber) return reject(noSuchNumberProblem());
    await markRead(context, row.id, input.number);
    return new MarkReadPayload({ discussion: row.id });
  }

  @Mutation(() => MarkUnreadResult, {
    description: 'Takes one’s own read mark back, so that a reply and all after it are unread again.',
  })
  async markUnread(
    @Arg('input', () => MarkUnreadInput, { description: 'From where.' }) input: MarkUnreadInput,
    @Ctx() context: Context,
  ): Promise<MarkUnreadPayload | Rejected> {
    signedIn(context);
    const row = await openDiscussion(context, input.discussionId);
    if (input.number < 1 || input.number > row.lastNumber) return reject(noSuchNumberProblem());
    await moveMark(context, row.id, input.number - 1, sql`read_mark.number > excluded.number`);
    return new MarkUnreadPayload({ discussion: row.id });
  }
}

/** Raises the mark if it rises, and tells the person's other pages. */
export function markRead(context: Context, discussionId: string, number: number): Promise<void> {
  return moveMark(context, discussionId, number, sql`read_mark.number < excluded.number`);
}

/** What one posts oneself is read, but what came before it and is still unread stays so. */
export function markOwnRead(context: Context, discussionId: string, number: number): Promise<void> {
  return moveMark(context, discussionId, number, sql`read_mark.number = excluded.number - 1`);
}

async function moveMark(
  context: Context,
  discussionId: string,
  number: number,
  when: RawBuilder<unknown>,
): Promise<void> {
  const { id } = signedIn(context);
  const [moved] = await rows<{ version: number }>(
    context.em,
    sql`
    insert into read_mark (person_id, discussion_id, number, at) values (${id}, ${discussionId}, ${number}, now())
    on conflict (person_id, discussion_id) do update
      set number = excluded.number, version = read_mark.version + 1, at = now()
    where ${when} returning version`,
  );
  if (!moved) return;
  announce(context.em, {
    stream: `person:${id}`,
    kind: readMarkMoved,
    subjectId: discussionId,
    subjectVersion: moved.version,
  });
}
