import type { AuditPageQuery } from '#lib/api/generated/operations.ts';
import { privacyName } from '#lib/groups/privacy.ts';
import { words as say } from '#lib/say/generated/admin.ts';

export type Entry = AuditPageQuery['auditEntries']['edges'][number]['node'];

const DEEDS: Record<string, () => string> = {
  verifyPerson: say.didVerifyPerson,
  changeRole: say.didChangeRole,
  suspendPerson: say.didSuspendPerson,
  addStrand: say.didAddStrand,
  renameStrand: say.didRenameStrand,
  orderStrands: say.didOrderStrands,
  archiveStrand: say.didArchiveStrand,
  restoreStrand: say.didRestoreStrand,
  mergeStrands: say.didMergeStrands,
  approveGroup: say.didApproveGroup,
  renameGroup: say.didRenameGroup,
  changePrivacy: say.didChangePrivacy,
  changeGroupState: say.didChangeGroupState,
  mergeGroups: say.didMergeGroups,
  splitGroup: say.didSplitGroup,
  orderGroups: say.didOrderGroups,
  addContributionType: say.didAddContributionType,
  editContributionType: say.didEditContributionType,
  orderContributionTypes: say.didOrderContributionTypes,
  setMatchingWeights: say.didSetMatchingWeights,
  revealMatches: say.didRevealMatches,
  approvePerson: say.didApprovePerson,
  refusePerson: say.didRefusePerson,
  settleReports: say.didSettleReports,
  eraseSelf: say.didEraseSelf,
};

const FACTS: Record<string, () => string> = {
  name: say.name,
  purpose: say.purpose,
  role: say.factRole,
  verified: say.factVerified,
  suspended: say.factSuspended,
  state: say.factState,
  privacy: say.factPrivacy,
  position: say.factPosition,
  people: say.factPeople,
  discussions: say.factDiscussions,
  verdict: say.factVerdict,
  reply: say.factReply,
  reports: say.factReports,
  archived: say.factArchived,
  TOPIC: say.factTopic,
  PREFERRED: say.factPreferred,
  COUNTRY: say.factCountry,
  CONTRIBUTION: say.factContribution,
  AVAILABILITY: say.factAvailability,
  FAIR_LOAD: say.factFairLoad,
};

/** What was done, in words; a deed that is newer than these words is named as the hub calls it. */
export function deedSaid(verb: string): string {
  return DEEDS[verb]?.() ?? verb;
}

export function changeSaid({ name, before, after }: Entry['changes'][number]): string {
  const fact = FACTS[name]?.() ?? name;
  if (before === null) return say.becomesNew({ name: fact, after: valueSaid(after) });
  return say.becomes({ name: fact, before: valueSaid(before), after: valueSaid(after) });
}

const VALUES: Record<string, () => string> = {
  true: say.yes,
  false: say.no,
  MEMBER: say.roleMember,
  STAFF: say.roleStaff,
  ADMIN: say.roleAdmin,
  PROPOSED: say.stateProposed,
  ACTIVE: say.stateActive,
  DORMANT: say.stateDormant,
  ARCHIVED: say.stateArchived,
  KEPT: say.verdictKept,
  WARNED: say.verdictWarned,
  REMOVED: say.verdictRemoved,
  OPEN: () => privacyName('OPEN'),
  RESTRICTED: () => privacyName('RESTRICTED'),
  PRIVATE: () => privacyName('PRIVATE'),
  CONFIDENTIAL: () => privacyName('CONFIDENTIAL'),
};

/** Names and numbers stand as they are. */
function valueSaid(value: string | null): string {
  return VALUES[value ?? '']?.() ?? value ?? '–';
}

export function targetSaid({ kind, name }: Entry['target']): string {
  if (kind === 'weights' && name) return say.weightsNumbered({ version: name.replace('weights:', '') });
  return name ?? say.hiddenTarget();
}
