import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { ProblemCode, problemsOf, reject, type Rejected, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/discussions.ts';
import { lockGroup, openGroup } from '../strands/group.policy.ts';
import type { Group } from '../strands/group.ts';
import {
  CloseDiscussionInput,
  CloseDiscussionPayload,
  CloseDiscussionResult,
  MoveDiscussionInput,
  MoveDiscussionPayload,
  MoveDiscussionResult,
  RenameDiscussionInput,
  RenameDiscussionPayload,
  RenameDiscussionResult,
  ReopenDiscussionInput,
  ReopenDiscussionPayload,
  ReopenDiscussionResult,
  WriteContextInput,
  WriteContextPayload,
  WriteContextResult,
} from './discussion.care.input.ts';
import {
  whyNotClose,
  whyNotMove,
  whyNotRename,
  whyNotReopen,
  whyNotWriteContext,
  whyOutdated,
} from './discussion.care.policy.ts';
import {
  discussionClosed,
  discussionExplained,
  discussionMoved,
  discussionRenamed,
  discussionReopened,
  tellOfDiscussion,
} from './discussion.events.ts';
import { lockDiscussion, openDiscussion } from './discussion.policy.ts';
import { cleanContext, cleanNote, cleanTitle } from './words.ts';

@Resolver()
export class DiscussionCare {
  @Mutation(() => RenameDiscussionResult, { description: 'Gives a discussion another title or purpose.' })
  async renameDiscussion(
    @Arg('input', () => RenameDiscussionInput, { description: 'How.' }) input: RenameDiscussionInput,
    @Ctx() context: Context,
  ): Promise<RenameDiscussionPayload | Rejected> {
    const { row, discussion } = await lockDiscussion(context, input.discussionId);
    const title = cleanTitle(input.title);
    const outdated = whyOutdated(discussion, input.version);
    const problems = problemsOf(whyNotRename(context, row, input.kind), outdated, title.problem);
    if (problems.length > 0) return reject(...problems);

    discussion.rename(title.text, input.kind);
    tellOfDiscussion(context.em, discussion, discussionRenamed);
    return new RenameDiscussionPayload({ discussion: discussion.id });
  }

  @Mutation(() => WriteContextResult, {
    description: 'A lead says where a discussion stands; nothing written takes it away.',
  })
  async writeContext(
    @Arg('input', () => WriteContextInput, { description: 'What to say.' }) input: WriteContextInput,
    @Ctx() context: Context,
  ): Promise<WriteContextPayload | Rejected> {
    const { row, discussion } = await lockDiscussion(context, input.discussionId);
    const words = cleanContext(input.context);
    const stale = discussion.contextVersion === input.version ? null : staleProblem();
    const problems = problemsOf(whyNotWriteContext(context, row), stale, words.problem);
    if (problems.length > 0) return reject(...problems);

    discussion.explain(words.text, me(context));
    tellOfDiscussion(context.em, discussion, discussionExplained);
    return new WriteContextPayload({ discussion: discussion.id });
  }

  @Mutation(() => CloseDiscussionResult, {
    description: 'Closes a discussion for replies, with a note of what came of it.',
  })
  async closeDiscussion(
    @Arg('input', () => CloseDiscussionInput, { description: 'Which.' }) input: CloseDiscussionInput,
    @Ctx() context: Context,
  ): Promise<CloseDiscussionPayload | Rejected> {
    const { row, discussion } = await lockDiscussion(context, input.discussionId);
    const note = cleanNote(input.note);
    const problems = problemsOf(whyNotClose(context, row), note.problem);
    if (problems.length > 0) return reject(...problems);

    discussion.close(me(context), note.text);
    tellOfDiscussion(context.em, discussion, discussionClosed);
    return new CloseDiscussionPayload({ discussion: discussion.id });
  }

  @Mutation(() => ReopenDiscussionResult, { description: 'Opens a closed discussion for replies again.' })
  async reopenDiscussion(
    @Arg('input', () => ReopenDiscussionInput, { description: 'Which.' }) input: ReopenDiscussionInput,
    @Ctx() context: Context,
  ): Promise<ReopenDiscussionPayload | Rejected> {
    const { row, discussion } = await lockDiscussion(context, input.discussionId);
    const problem = whyNotReopen(context, row);
    if (problem) return reject(problem);

    discussion.reopen();
    tellOfDiscussion(context.em, discussion, discussionReopened);
    return new ReopenDiscussionPayload({ discussion: discussion.id });
  }

  @Mutation(() => MoveDiscussionResult, {
    description: 'A lead moves a discussion to another group. To where others would read it, a lead of both.',
  })
  async moveDiscussion(
    @Arg('input', () => MoveDiscussionInput, { description: 'Where to.' }) input: MoveDiscussionInput,
    @Ctx() context: Context,
  ): Promise<MoveDiscussionPayload | Rejected> {
    const viewer = signedIn(context);
    const { groupId } = await openDiscussion(context, input.discussionId);
    const groups = await lockBoth(context, groupId, input.groupId);
    const { row, discussion } = await lockDiscussion(context, input.discussionId);
    const [from, to] = [groups.get(row.groupId), groups.get(input.groupId.toLowerCase())];
    // Moved by somebody else while we waited for the locks.
    if (!from || !to) return reject(movedProblem());
    const problem = whyNotMove(viewer, row, await openGroup(context, to.id));
    if (problem) return reject(problem);

    discussion.moveTo(to);
    from.discussionCount -= 1;
    to.discussionCount += 1;
    for (const group of [from, to]) tellOfDiscussion(context.em, discussion, discussionMoved, group.id);
    return new MoveDiscussionPayload({ discussion: discussion.id });
  }
}

/** Always in the same order, or two moves wait for each other for ever. */
async function lockBoth(context: Context, ...ids: string[]): Promise<Map<string, Group>> {
  const locked = new Map<string, Group>();
  for (const id of new Set(ids.map((one) => one.toLowerCase()).toSorted())) {
    locked.set(id, await lockGroup(context, id));
  }
  return locked;
}

function me(context: Context): Person {
  return context.em.getReference(Person, signedIn(context).id);
}

const staleProblem = (): Problem => ({
  code: ProblemCode.STALE,
  field: 'context',
  message: say.summaryChanged(),
});

const movedProblem = (): Problem => ({
  code: ProblemCode.STALE,
  field: 'groupId',
  message: say.justMoved(),
});
