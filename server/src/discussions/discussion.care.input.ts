import { Ctx, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected } from '../platform/results.ts';
import { Discussion, DiscussionKind } from './discussion.ts';
import { openDiscussion, type DiscussionRow } from './discussion.policy.ts';

@InputType({ description: 'Another title or purpose of a discussion.' })
export class RenameDiscussionInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The discussion.' }) discussionId!: string;
  @Field(() => Int, { description: 'The version of title and purpose this was written against.' })
  version!: number;
  @Field(() => String, { description: 'What it is about, up to 150 characters.' }) title!: string;
  @Field(() => DiscussionKind, { description: 'What it is for.' }) kind!: DiscussionKind;
}

@InputType({ description: 'Where a discussion stands.' })
export class WriteContextInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The discussion.' }) discussionId!: string;
  @Field(() => Int, { description: 'The version it was written against; 0 where there was none.' })
  version!: number;
  @Field(() => String, { description: 'Markdown, up to 2,000 characters; blank takes it away.' })
  context!: string;
}

@InputType({ description: 'A discussion to close.' })
export class CloseDiscussionInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The discussion.' }) discussionId!: string;
  @Field(() => String, {
    defaultValue: '',
    description: 'What came of it, in Markdown, up to 1,000 characters.',
  })
  note!: string;
}

@InputType({ description: 'A discussion to open again.' })
export class ReopenDiscussionInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The discussion.' }) discussionId!: string;
}

@InputType({ description: 'A discussion to move.' })
export class MoveDiscussionInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The discussion.' }) discussionId!: string;
  @Field(() => ID, { description: 'The group it goes to.' }) groupId!: string;
}

@keptPayload
@ObjectType({ description: 'The discussion, renamed.' })
export class RenameDiscussionPayload extends Payload<'discussion'> {
  @Field(() => Discussion, { description: 'As it now stands.' })
  discussion(@Ctx() context: Context): Promise<DiscussionRow> {
    return openDiscussion(context, this.ids.discussion);
  }
}

@keptPayload
@ObjectType({ description: 'The discussion, with where it stands.' })
export class WriteContextPayload extends Payload<'discussion'> {
  @Field(() => Discussion, { description: 'As it now stands.' })
  discussion(@Ctx() context: Context): Promise<DiscussionRow> {
    return openDiscussion(context, this.ids.discussion);
  }
}

@keptPayload
@ObjectType({ description: 'The discussion, closed.' })
export class CloseDiscussionPayload extends Payload<'discussion'> {
  @Field(() => Discussion, { description: 'As it now stands.' })
  discussion(@Ctx() context: Context): Promise<DiscussionRow> {
    return openDiscussion(context, this.ids.discussion);
  }
}

@keptPayload
@ObjectType({ description: 'The discussion, open again.' })
export class ReopenDiscussionPayload extends Payload<'discussion'> {
  @Field(() => Discussion, { description: 'As it now stands.' })
  discussion(@Ctx() context: Context): Promise<DiscussionRow> {
    return openDiscussion(context, this.ids.discussion);
  }
}

@keptPayload
@ObjectType({ description: 'The discussion, where it is now.' })
export class MoveDiscussionPayload extends Payload<'discussion'> {
  @Field(() => Discussion, { description: 'As it now stands.' })
  discussion(@Ctx() context: Context): Promise<DiscussionRow> {
    return openDiscussion(context, this.ids.discussion);
  }
}

export const RenameDiscussionResult = orRejected(RenameDiscussionPayload);
export const WriteContextResult = orRejected(WriteContextPayload);
export const CloseDiscussionResult = orRejected(CloseDiscussionPayload);
export const ReopenDiscussionResult = orRejected(ReopenDiscussionPayload);
export const MoveDiscussionResult = orRejected(MoveDiscussionPayload);
