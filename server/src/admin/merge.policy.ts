import { isAdmin, type Viewer } from '../people/viewer.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { isLessPrivate } from '../strands/group-change.policy.ts';
import { whyNotLead, type GroupRow } from '../strands/group.policy.ts';
import { GroupState } from '../strands/group.ts';
import { MembershipRole, MembershipState } from '../strands/membership.ts';
import { StrandState, type Strand } from '../strands/strand.ts';
import * as say from '../platform/say/generated/admin.ts';

type Side = Pick<
  GroupRow,
  'id' | 'name' | 'state' | 'privacy' | 'strandId' | 'membershipState' | 'membershipRole'
>;

/** Who leads both may let one go on in the other; a strand goes on in a strand. */
export function whyNotMergeGroups(viewer: Viewer, source: Side, target: Side): Problem | null {
  if (source.strandId) {
    const message = say.mergeTheStrand();
    return { code: ProblemCode.WRONG_STATE, message };
  }
  return whyNotLead(viewer, source) ?? whyNotLead(viewer, target) ?? whyNotUnite(source, target);
}

export function whyNotMergeStrands(
  viewer: Viewer,
  [source, home]: [Pick<Strand, 'state'>, Side],
  [target, targetHome]: [Pick<Strand, 'state'>, Side],
): Problem | null {
  if (!isAdmin(viewer)) return { code: ProblemCode.NOT_ALLOWED, message: say.onlyAdminsMerge() };
  if (source.state !== StrandState.ACTIVE) {
    return { code: ProblemCode.WRONG_STATE, message: say.strandNotInUse() };
  }
  if (target.state === StrandState.ACTIVE) return whyNotUnite(home, targetHome);
  return { code: ProblemCode.WRONG_STATE, field: 'targetId', message: say.chooseStrandInUse() };
}

/** What was said to few is never shown to more, and nothing new goes where nothing new is said. */
function whyNotUnite(source: Side, target: Side): Problem | null {
  const field = 'targetId';
  if (source.id === target.id) {
    return { code: ProblemCode.SELF, field, message: say.chooseAnother() };
  }
  if (source.state === GroupState.PROPOSED) {
    return { code: ProblemCode.WRONG_STATE, message: say.notOpenYet() };
  }
  if (target.state !== GroupState.ACTIVE && target.state !== GroupState.DORMANT) {
    return { code: ProblemCode.WRONG_STATE, field, message: say.chooseInUse() };
  }
  if (!isLessPrivate(target.privacy, source.privacy)) return null;
  return {
    code: ProblemCode.NOT_ALLOWED,
    field,
    message: say.lessPrivate({ target: target.name, source: source.name }),
  };
}

export interface Place {
  state: MembershipState;
  role: MembershipRole;
}

/** Where one person stands in what two groups became. Having been removed from where it goes on wins. */
export function united(source: Place, target: Place | null): Place {
  if (!target) return source;
  const state = unitedState(source.state, target.state);
  return { state, role: state === MembershipState.ACTIVE ? unitedRole(source, target) : target.role };
}

function unitedState(source: MembershipState, target: MembershipState): MembershipState {
  const { ACTIVE, LEFT, REMOVED } = MembershipState;
  if (target === REMOVED || target === ACTIVE) return target;
  if (source === ACTIVE || target === LEFT) return source;
  return target;
}

/** A lead of either leads; who belonged to both keeps the larger part. */
function unitedRole(...places: Place[]): MembershipRole {
  const { LEAD, MEMBER, OBSERVER } = MembershipRole;
  const active = places.filter(({ state }) => state === MembershipState.ACTIVE);
  return [LEAD, MEMBER].find((role) => active.some((place) => place.role === role)) ?? OBSERVER;
}
