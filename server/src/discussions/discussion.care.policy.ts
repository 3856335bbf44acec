import { viewerId, type Context, type Viewer } from '../people/viewer.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/discussions.ts';
import { whyNotLead, whyNotPost, type GroupRow } from '../strands/group.policy.ts';
import { GroupState, Privacy } from '../strands/group.ts';
import { whyNotAnnounce, standing, type DiscussionRow } from './discussion.policy.ts';
import { DiscussionKind } from './discussion.ts';

/** Whoever started it and the leads of its group name it anew. */
export function whyNotRename(context: Context, row: DiscussionRow, kind = row.kind): Problem | null {
  const own = whyNotOwn(context, row, say.whoRenames());
  if (own || !context.viewer || kind === row.kind) return own;
  return whyNotAnnounce(context.viewer, standing(row), kind);
}

/** Somebody else named it anew since. */
export function whyOutdated(
  { nameVersion }: Pick<DiscussionRow, 'nameVersion'>,
  version: number,
): Problem | null {
  if (nameVersion === version) return null;
  return { code: ProblemCode.STALE, field: 'version', message: say.nameChanged() };
}

/** Only leads write where it stands: it speaks for the group. */
export function whyNotWriteContext({ viewer }: Context, row: DiscussionRow): Problem | null {
  if (row.groupState === GroupState.ARCHIVED) return archivedProblem();
  return viewer && whyNotLead(viewer, standing(row));
}

export function whyNotClose(context: Context, row: DiscussionRow): Problem | null {
  if (row.closedAt) return { code: ProblemCode.ALREADY_DONE, message: say.closedAlready() };
  return whyNotOwn(context, row, say.whoCloses());
}

/** What a lead closed, a lead opens again. */
export function whyNotReopen(context: Context, row: DiscussionRow): Problem | null {
  if (!row.closedAt) return { code: ProblemCode.ALREADY_DONE, message: say.isOpen() };
  const lead = context.viewer && whyNotLead(context.viewer, standing(row));
  if (lead && row.closedBy?.id !== viewerId(context)) {
    return { code: ProblemCode.NOT_ALLOWED, message: say.leadClosedIt() };
  }
  return whyNotOwn(context, row, say.whoReopens());
}

/** Whoever asked knows best what answered the question; a lead may say so for them. */
export function whyNotAccept(context: Context, row: DiscussionRow): Problem | null {
  if (row.kind !== DiscussionKind.QUESTION) {
    return { code: ProblemCode.WRONG_STATE, message: say.onlyQuestions() };
  }
  return whyNotOwn(context, row, say.whoAccepts());
}

/** Why nobody here may move it anywhere, or null where it depends on the other group. */
export function whyNotMoveAway({ viewer }: Context, row: DiscussionRow): Problem | null {
  if (row.groupState === GroupState.ARCHIVED) return archivedProblem();
  return viewer && whyNotLead(viewer, standing(row));
}

/** Who could not read it before must not, unless a lead of both groups says so. */
export function whyNotMove(viewer: Viewer, row: DiscussionRow, to: GroupRow): Problem | null {
  const away = whyNotMoveAway({ viewer } as Context, row);
  if (away) return away;
  if (to.id === row.groupId) {
    return { code: ProblemCode.NOT_VALID, field: 'groupId', message: say.inThisGroup() };
  }
  if (to.state === GroupState.ARCHIVED || to.state === GroupState.PROPOSED) {
    return {
      code: ProblemCode.WRONG_STATE,
      field: 'groupId',
      message: say.groupNotOpen(),
    };
  }
  const leadsBoth = whyNotLead(viewer, to) === null;
  if (leadsBoth) return null;
  if (isSeenByOthers(row.groupPrivacy, to.privacy)) {
    const message = say.othersWouldRead();
    return { code: ProblemCode.NOT_ALLOWED, field: 'groupId', message };
  }
  const outside = whyNotPost(to);
  return outside && { ...outside, field: 'groupId' };
}

const archivedProblem = (): Problem => ({
  code: ProblemCode.WRONG_STATE,
  message: say.archivedStays(),
});

function whyNotOwn(context: Context, row: DiscussionRow, message: string): Problem | null {
  const { viewer } = context;
  if (row.groupState === GroupState.ARCHIVED) return archivedProblem();
  const isOwn = row.startedById === viewer?.id && whyNotPost(standing(row)) === null;
  if (isOwn || (viewer && whyNotLead(viewer, standing(row)) === null)) return null;
  return { code: ProblemCode.NOT_ALLOWED, message };
}

/** Whether somebody may read the one kind of group who could not read the other. Two private groups have other members. */
function isSeenByOthers(from: Privacy, to: Privacy): boolean {
  if (from === Privacy.OPEN) return false;
  return from !== Privacy.RESTRICTED || to === Privacy.OPEN;
}
