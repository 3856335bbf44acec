import { isStaff, type Viewer } from '../people/viewer.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { whyNotLead, type GroupRow } from './group.policy.ts';
import { GroupState, Privacy } from './group.ts';
import * as say from '../platform/say/generated/strands.ts';

type Standing = Pick<
  GroupRow,
  'state' | 'privacy' | 'strandId' | 'discussionCount' | 'membershipState' | 'membershipRole'
>;

const RANK: Record<Privacy, number> = { OPEN: 0, RESTRICTED: 1, PRIVATE: 2, CONFIDENTIAL: 3 };

/** Whether people may read this who may not read that. */
export function isLessPrivate(one: Privacy, other: Privacy): boolean {
  return RANK[one] < RANK[other];
}

/** A strand's home group is changed with its strand. */
export function whyNotChange(viewer: Viewer, group: Standing): Problem | null {
  if (group.strandId) {
    const message = say.changeTheStrand();
    return { code: ProblemCode.WRONG_STATE, message };
  }
  return whyNotLead(viewer, group);
}

/** Another lead changed its name, purpose, privacy or state since. */
export function whyOutdated(group: Pick<GroupRow, 'settingsVersion'>, version: number): Problem | null {
  if (group.settingsVersion === version) return null;
  return { code: ProblemCode.STALE, field: 'version', message: say.groupChanged() };
}

/** What was said to few is never shown to more. */
export function whyNotPrivacy(viewer: Viewer, group: Standing, privacy: Privacy): Problem | null {
  const problem = whyNotChange(viewer, group);
  if (problem) return problem;
  if (!isLessPrivate(privacy, group.privacy) || group.discussionCount === 0) return null;
  return {
    code: ProblemCode.NOT_ALLOWED,
    field: 'privacy',
    message: say.onlyMorePrivate(),
  };
}

const { PROPOSED, ACTIVE, DORMANT, ARCHIVED } = GroupState;
const MOVES: Record<GroupState, readonly GroupState[]> = {
  PROPOSED: [ARCHIVED],
  ACTIVE: [DORMANT, ARCHIVED],
  DORMANT: [ACTIVE, ARCHIVED],
  ARCHIVED: [ACTIVE],
};

/** Leads move a group through its life; what is only proposed is turned down by staff, and opened by their yes. */
export function whyNotMove(viewer: Viewer, group: Standing, to: GroupState): Problem | null {
  const problem = group.state === PROPOSED ? whyNotTurnDown(viewer) : whyNotChange(viewer, group);
  if (problem) return problem;
  if (MOVES[group.state].includes(to)) return null;
  const message = group.state === to ? say.inThisState() : say.notFromHere();
  return { code: ProblemCode.WRONG_STATE, message };
}

function whyNotTurnDown(viewer: Viewer): Problem | null {
  return isStaff(viewer) ? null : { code: ProblemCode.NOT_ALLOWED, message: say.staffDecide() };
}
