import { isAdmin, type Viewer } from '../people/viewer.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { isLessPrivate } from '../strands/group-change.policy.ts';
import { whyNotLead, type GroupRow } from '../strands/group.policy.ts';
import { GroupState, Privacy } from '../strands/group.ts';
import * as say from '../platform/say/generated/admin.ts';

export const MOST_CHOSEN = 100;

export interface Choice {
  privacy: Privacy;
  asStrand: boolean;
  discussionIds: readonly string[];
  personIds: readonly string[];
}

type Source = Pick<GroupRow, 'state' | 'privacy' | 'strandId' | 'membershipState' | 'membershipRole'>;

/** Leads split their group; admins also make a strand of what goes. Nobody else comes to read what is taken along. */
export function whyNotSplit(viewer: Viewer, source: Source, choice: Choice): (Problem | null)[] {
  return [
    whyNotLead(viewer, source) ?? whyNotNow(source),
    whyNotThere(viewer, source, choice),
    whyNotChosen(choice),
  ];
}

function whyNotNow({ state }: Source): Problem | null {
  const isOpen = state === GroupState.ACTIVE || state === GroupState.DORMANT;
  return isOpen ? null : { code: ProblemCode.WRONG_STATE, message: say.notInUse() };
}

function whyNotThere(viewer: Viewer, source: Source, { privacy, asStrand }: Choice): Problem | null {
  if (asStrand && !isAdmin(viewer)) {
    return { code: ProblemCode.NOT_ALLOWED, field: 'asStrand', message: say.onlyAdminsAdd() };
  }
  const wanted = asStrand ? Privacy.OPEN : privacy;
  if (!isLessPrivate(wanted, source.privacy)) return null;
  return {
    code: ProblemCode.NOT_ALLOWED,
    field: asStrand ? 'asStrand' : 'privacy',
    message: say.asStrictAsNow(),
  };
}

function whyNotChosen({ discussionIds, personIds }: Choice): Problem | null {
  const field = discussionIds.length > MOST_CHOSEN ? 'discussionIds' : 'personIds';
  if (discussionIds.length > MOST_CHOSEN || personIds.length > MOST_CHOSEN) {
    return { code: ProblemCode.TOO_MANY, field, message: say.mostAtOnce({ most: MOST_CHOSEN }) };
  }
  return discussionIds.length + personIds.length > 0
    ? null
    : {
        code: ProblemCode.BLANK,
        field: 'discussionIds',
        message: say.chooseSomething(),
      };
}
