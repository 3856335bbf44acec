import { Person } from '../people/person.ts';
import type { Viewer, Context } from '../people/viewer.ts';
import { closedDoor } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { lockGroup, openGroup, whyNotLead, type GroupRow } from './group.policy.ts';
import { type Group, GroupState } from './group.ts';
import { Membership, MembershipRole, MembershipState } from './membership.ts';
import * as say from '../platform/say/generated/strands.ts';

/**
 * Somebody's place in a group for writing, through the door of the group, whose row stays locked. Who never was in it
 * is as one who left; that place is kept only once it is moved.
 */
export async function lockMembership(
  context: Context,
  { groupId, personId }: { groupId: string; personId: string },
): Promise<{ row: GroupRow; group: Group; membership: Membership; otherLeads: number }> {
  const { em } = context;
  const group = await lockGroup(context, groupId);
  if (!isId(personId)) return closedDoor();
  const { ACTIVE, LEFT } = MembershipState;
  const membership =
    (await em.findOne(Membership, { group, person: personId })) ??
    new Membership(group, em.getReference(Person, personId), LEFT);
  const leads = await em.count(Membership, { group, state: ACTIVE, role: MembershipRole.LEAD });
  const otherLeads = leads - Number(isActiveLead(membership));
  return { row: await openGroup(context, group.id), group, membership, otherLeads };
}

const notThere = (): Problem => ({ code: ProblemCode.WRONG_STATE, message: say.personNotThere() });
const lastLead = (): Problem => ({
  code: ProblemCode.WRONG_STATE,
  message: say.lastLead(),
});

export function whyNotLetIn(viewer: Viewer, row: GroupRow, membership: Membership): Problem | null {
  const notLead = whyNotLead(viewer, row) ?? whyNotNow(row);
  if (notLead) return notLead;
  const { REQUESTED, ACTIVE } = MembershipState;
  return membership.state === REQUESTED || membership.state === ACTIVE
    ? null
    : { code: ProblemCode.WRONG_STATE, message: say.hasNotAsked() };
}

export function whyNotInvite(viewer: Viewer, row: GroupRow): Problem | null {
  return whyNotLead(viewer, row) ?? whyNotNow(row);
}

/** Leads leave by themselves, and never leave a group without a lead by putting one out. */
export function whyNotPutOut(
  viewer: Viewer,
  row: GroupRow,
  membership: Membership,
  otherLeads: number,
): Problem | null {
  const notLead = whyNotLead(viewer, row);
  if (notLead) return notLead;
  const { LEFT, REMOVED } = MembershipState;
  if (membership.state === LEFT || membership.state === REMOVED) return notThere();
  if (membership.person.id === viewer.id) {
    return { code: ProblemCode.SELF, message: say.leaveInstead() };
  }
  return isActiveLead(membership) && otherLeads === 0 ? lastLead() : null;
}

export function whyNotMakeLead(
  viewer: Viewer,
  row: GroupRow,
  membership: Membership,
  lead: boolean,
  otherLeads: number,
): Problem | null {
  const notLead = whyNotLead(viewer, row);
  if (notLead) return notLead;
  if (membership.state !== MembershipState.ACTIVE) return notThere();
  return !lead && isActiveLead(membership) && otherLeads === 0 ? lastLead() : null;
}

function isActiveLead({ state, role }: Membership): boolean {
  return state === MembershipState.ACTIVE && role === MembershipRole.LEAD;
}

function whyNotNow({ state }: Pick<GroupRow, 'state'>): Problem | null {
  const isOpen = state === GroupState.ACTIVE || state === GroupState.DORMANT;
  return isOpen ? null : { code: ProblemCode.WRONG_STATE, message: say.takesNobodyIn() };
}
