import type { Context } from '../people/viewer.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/discussions.ts';
import { GroupState } from '../strands/group.ts';
import type { DiscussionRow } from './discussion.policy.ts';

interface Written {
  number: number;
  authorId: string;
  removedAt: Date | string | null;
}

const removedProblem = (): Problem => ({ code: ProblemCode.WRONG_STATE, message: say.replyRemoved() });

/** Everyone who reads may thank, but not themselves. */
export function whyNotThank({ viewer }: Context, row: DiscussionRow, reply: Written): Problem | null {
  if (reply.removedAt) return removedProblem();
  if (row.groupState === GroupState.ARCHIVED) {
    return { code: ProblemCode.WRONG_STATE, message: say.archivedRead() };
  }
  return reply.authorId === viewer?.id ? { code: ProblemCode.SELF, message: say.thankSelf() } : null;
}

/** Everyone who reads may say that something should be looked at. */
export function whyNotReport({ viewer }: Context, reply: Written): Problem | null {
  if (reply.removedAt) return removedProblem();
  return reply.authorId === viewer?.id ? { code: ProblemCode.SELF, message: say.reportSelf() } : null;
}

/** The opening text asks; what is removed answers nothing. */
export function whyNotAnswer(reply: Written): Problem | null {
  if (reply.removedAt) return removedProblem();
  return reply.number === 1 ? { code: ProblemCode.NOT_VALID, message: say.questionItself() } : null;
}
