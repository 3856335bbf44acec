import { describe, expect, test } from 'vitest';
import { Role } from '../people/person.ts';
import type { Context, Viewer } from '../people/viewer.ts';
import type { GroupRow } from '../strands/group.policy.ts';
import { GroupState, Privacy } from '../strands/group.ts';
import { MembershipRole, MembershipState } from '../strands/membership.ts';
import {
  whyNotAccept,
  whyNotClose,
  whyNotMove,
  whyNotRename,
  whyNotReopen,
  whyNotWriteContext,
} from './discussion.care.policy.ts';
import type { DiscussionRow } from './discussion.policy.ts';
import { DiscussionKind } from './discussion.ts';

const tendo = { id: 'tendo', role: Role.MEMBER } as Viewer;
const ada = { id: 'ada', role: Role.ADMIN } as Viewer;
const by = (viewer: Viewer) => ({ viewer }) as Context;

/** A question of Kofi's in an open group, where the viewer is a member. */
function question(words: Partial<DiscussionRow> = {}): DiscussionRow {
  return {
    kind: DiscussionKind.QUESTION,
    closedAt: null,
    closedBy: null,
    startedById: 'kofi',
    groupId: 'technical',
    groupState: GroupState.ACTIVE,
    groupPrivacy: Privacy.OPEN,
    membershipState: MembershipState.ACTIVE,
    membershipRole: MembershipRole.MEMBER,
    ...words,
  } as DiscussionRow;
}

const LEAD = { membershipRole: MembershipRole.LEAD };
const RULES = { whyNotRename, whyNotClose, whyNotAccept } as const;

describe.each(Object.entries(RULES))('%s', (_, whyNot) => {
  test.each([
    ['another member', question(), 'NOT_ALLOWED'],
    ['a lead', question(LEAD), undefined],
    ['whoever started it', question({ startedById: 'tendo' }), undefined],
    [
      'whoever started it and has left',
      question({ startedById: 'tendo', membershipState: MembershipState.LEFT }),
      'NOT_ALLOWED',
    ],
    ['anybody in an archived group', question({ ...LEAD, groupState: GroupState.ARCHIVED }), 'WRONG_STATE'],
  ])('%s', (_who, row, code) => {
    expect(whyNot(by(tendo), row)?.code).toBe(code);
  });

  test('an admin looks after what everyone reads, and nothing private', () => {
    const outside = { membershipState: null, membershipRole: null };
    expect(whyNot(by(ada), question(outside))).toBeNull();
    expect(whyNot(by(ada), question({ ...outside, groupPrivacy: Privacy.PRIVATE }))?.code).toBe(
      'NOT_ALLOWED',
    );
  });
});

describe('more rules', () => {
  test('whoever started it does not make an announcement of it', () => {
    const own = question({ startedById: 'tendo' });
    expect(whyNotRename(by(tendo), own, DiscussionKind.DISCUSSION)).toBeNull();
    expect(whyNotRename(by(tendo), own, DiscussionKind.ANNOUNCEMENT)?.code).toBe('NOT_ALLOWED');
  });

  test('where it stands is for leads to say, not for whoever started it', () => {
    expect(whyNotWriteContext(by(tendo), question({ startedById: 'tendo' }))?.code).toBe('NOT_ALLOWED');
    expect(whyNotWriteContext(by(tendo), question(LEAD))).toBeNull();
  });

  test('only a question has an answer', () => {
    expect(whyNotAccept(by(tendo), question({ ...LEAD, kind: DiscussionKind.DISCUSSION }))?.code).toBe(
      'WRONG_STATE',
    );
  });

  test('what a lead closed, whoever started it cannot open', () => {
    const closed = { startedById: 'tendo', closedAt: new Date() };
    const closedBy = (id: string) => ({ ...closed, closedBy: { id } }) as Partial<DiscussionRow>;
    expect(whyNotReopen(by(tendo), question(closedBy('tendo')))).toBeNull();
    expect(whyNotReopen(by(tendo), question(closedBy('kofi')))?.code).toBe('NOT_ALLOWED');
    expect(whyNotReopen(by(tendo), question({ ...closedBy('kofi'), ...LEAD }))).toBeNull();
    expect(whyNotReopen(by(tendo), question(LEAD))?.code).toBe('ALREADY_DONE');
  });
});

describe('moving', () => {
  const { OPEN, RESTRICTED, PRIVATE, CONFIDENTIAL } = Privacy;
  const target = (privacy: Privacy, role: MembershipRole, words: Partial<GroupRow> = {}) =>
    ({
      id: 'other',
      privacy,
      state: GroupState.ACTIVE,
      membershipState: MembershipState.ACTIVE,
      membershipRole: role,
      ...words,
    }) as GroupRow;

  test.each([
    [OPEN, OPEN, true],
    [OPEN, RESTRICTED, true],
    [OPEN, PRIVATE, true],
    [RESTRICTED, RESTRICTED, true],
    [RESTRICTED, OPEN, false],
    [RESTRICTED, CONFIDENTIAL, true],
    [PRIVATE, OPEN, false],
    [PRIVATE, RESTRICTED, false],
    [PRIVATE, PRIVATE, false],
    [PRIVATE, CONFIDENTIAL, false],
    [CONFIDENTIAL, PRIVATE, false],
  ])('from %s to %s without leading the other: %s', (from, to, may) => {
    const row = question({ ...LEAD, groupPrivacy: from });
    expect(whyNotMove(tendo, row, target(to, MembershipRole.MEMBER)) === null).toBe(may);
    expect(whyNotMove(tendo, row, target(to, MembershipRole.LEAD))).toBeNull();
  });

  test('is for leads, and needs an open door at the other end', () => {
    const row = question(LEAD);
    const { MEMBER } = MembershipRole;
    expect(whyNotMove(tendo, question(), target(OPEN, MEMBER))?.code).toBe('NOT_ALLOWED');
    expect(whyNotMove(tendo, row, target(OPEN, MEMBER, { membershipState: null }))?.code).toBe('NOT_ALLOWED');
    expect(whyNotMove(tendo, row, target(OPEN, MEMBER, { state: GroupState.ARCHIVED }))?.code).toBe(
      'WRONG_STATE',
    );
    expect(whyNotMove(tendo, row, target(OPEN, MEMBER, { id: 'technical' }))?.code).toBe('NOT_VALID');
  });
});
