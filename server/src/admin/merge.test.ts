import { describe, expect, test } from 'vitest';
import { Role } from '../people/person.ts';
import type { Viewer } from '../people/viewer.ts';
import { isLessPrivate, whyNotMove, whyNotPrivacy } from '../strands/group-change.policy.ts';
import { GroupState, Privacy } from '../strands/group.ts';
import { MembershipRole, MembershipState } from '../strands/membership.ts';
import { changesOf } from './audit.changes.ts';
import { united, whyNotMergeGroups, type Place } from './merge.policy.ts';
import { whyNotSplit } from './split.policy.ts';

const { ACTIVE, INVITED, LEFT, REMOVED, REQUESTED } = MembershipState;
const { LEAD, MEMBER, OBSERVER } = MembershipRole;
const place = (state: MembershipState, role = MEMBER): Place => ({ state, role });
const group = {
  id: 'a',
  name: 'Advisers',
  state: GroupState.ACTIVE,
  privacy: Privacy.OPEN,
  strandId: null,
  membershipState: ACTIVE,
  membershipRole: LEAD,
  discussionCount: 3,
};
const kofi = { id: 'kofi', role: Role.MEMBER } as Viewer;
const hana = { id: 'hana', role: Role.STAFF } as Viewer;
const ada = { id: 'ada', role: Role.ADMIN } as Viewer;

describe('memberships that are united', () => {
  test('keep out whoever was removed from where the group goes on', () => {
    for (const state of Object.values(MembershipState))
      expect(united(place(state, LEAD), place(REMOVED)).state).toBe(REMOVED);
  });

  test('keep out whoever was removed from the source and is nowhere else', () => {
    expect(united(place(REMOVED), null).state).toBe(REMOVED);
    expect(united(place(REMOVED), place(LEFT)).state).toBe(REMOVED);
    expect(united(place(REMOVED), place(ACTIVE)).state).toBe(ACTIVE);
  });

  test('take in members of either, and lose no request or invitation', () => {
    expect(united(place(ACTIVE), place(LEFT)).state).toBe(ACTIVE);
    expect(united(place(ACTIVE), place(REQUESTED)).state).toBe(ACTIVE);
    expect(united(place(LEFT), place(ACTIVE)).state).toBe(ACTIVE);
    expect(united(place(REQUESTED), null).state).toBe(REQUESTED);
    expect(united(place(LEFT), place(INVITED)).state).toBe(INVITED);
  });

  test('leave the larger part to who belonged to both, and none to who did not belong', () => {
    expect(united(place(ACTIVE, LEAD), place(ACTIVE)).role).toBe(LEAD);
    expect(united(place(ACTIVE, OBSERVER), place(ACTIVE)).role).toBe(MEMBER);
    expect(united(place(ACTIVE, OBSERVER), place(LEFT, MEMBER)).role).toBe(OBSERVER);
    expect(united(place(REMOVED, LEAD), place(ACTIVE)).role).toBe(MEMBER);
  });
});

describe('merging', () => {
  const other = { ...group, id: 'b', name: 'Whistle' };
  const why = (source: object, target: object, viewer = kofi) =>
    whyNotMergeGroups(viewer, { ...group, ...source }, { ...other, ...target })?.code ?? null;

  test('goes where at least as few people read', () => {
    for (const from of Object.values(Privacy))
      for (const to of Object.values(Privacy))
        expect(why({ privacy: from }, { privacy: to })).toBe(isLessPrivate(to, from) ? 'NOT_ALLOWED' : null);
  });

  test('is for who leads both, and admins where everybody reads', () => {
    expect(why({}, { membershipRole: MEMBER })).toBe('NOT_ALLOWED');
    expect(why({ membershipRole: MEMBER }, {})).toBe('NOT_ALLOWED');
    expect(why({ membershipState: null }, { membershipState: null }, ada)).toBeNull();
    const hidden = { membershipState: null, privacy: Privacy.PRIVATE };
    expect(why(hidden, hidden, ada)).toBe('NOT_ALLOWED');
  });

  test('needs another one, in use, and no home group', () => {
    expect(why({}, { id: 'a' })).toBe('SELF');
    expect(why({}, { state: GroupState.ARCHIVED })).toBe('WRONG_STATE');
    expect(why({ strandId: 's' }, {})).toBe('WRONG_STATE');
    expect(why({ state: GroupState.ARCHIVED }, { state: GroupState.DORMANT })).toBeNull();
  });
});

describe('splitting', () => {
  const choice = { privacy: Privacy.OPEN, asStrand: false, discussionIds: ['1'], personIds: [] };
  const why = (source: object, chosen: object, viewer = kofi) =>
    whyNotSplit(viewer, { ...group, ...source }, { ...choice, ...chosen })
      .filter((problem) => problem !== null)
      .map(({ code, field }) => [code, field]);

  test('takes something along, and not too much at once', () => {
    expect(why({}, {})).toEqual([]);
    expect(why({}, { discussionIds: [] })).toEqual([['BLANK', 'discussionIds']]);
    expect(why({}, { personIds: Array(101).fill('p') })).toEqual([['TOO_MANY', 'personIds']]);
  });

  test('never shows what was said to more people, and only admins make a strand', () => {
    expect(why({ privacy: Privacy.PRIVATE }, {})).toEqual([['NOT_ALLOWED', 'privacy']]);
    expect(why({}, { asStrand: true })).toEqual([['NOT_ALLOWED', 'asStrand']]);
    expect(why({ privacy: Privacy.RESTRICTED }, { asStrand: true }, ada)).toEqual([
      ['NOT_ALLOWED', 'asStrand'],
    ]);
    expect(why({}, { asStrand: true }, ada)).toEqual([]);
  });
});

describe('the life of a group', () => {
  const { PROPOSED, DORMANT, ARCHIVED } = GroupState;
  const move = (from: GroupState, to: GroupState, viewer = kofi) =>
    whyNotMove(viewer, { ...group, state: from }, to)?.code ?? null;

  test('goes from active to dormant and back, into the archive and back', () => {
    expect([move(GroupState.ACTIVE, DORMANT), move(DORMANT, GroupState.ACTIVE)]).toEqual([null, null]);
    expect([move(GroupState.ACTIVE, ARCHIVED), move(ARCHIVED, GroupState.ACTIVE)]).toEqual([null, null]);
    expect(move(ARCHIVED, DORMANT)).toBe('WRONG_STATE');
    expect(move(GroupState.ACTIVE, GroupState.ACTIVE)).toBe('WRONG_STATE');
    expect(move(GroupState.ACTIVE, PROPOSED)).toBe('WRONG_STATE');
  });

  test('begins with the yes of staff, which no lead gives themselves', () => {
    expect(move(PROPOSED, GroupState.ACTIVE, hana)).toBe('WRONG_STATE');
    expect(move(PROPOSED, ARCHIVED)).toBe('NOT_ALLOWED');
    expect(move(PROPOSED, ARCHIVED, hana)).toBeNull();
  });

  test('becomes less private only while nothing was said', () => {
    const source = { ...group, privacy: Privacy.PRIVATE };
    expect(whyNotPrivacy(kofi, source, Privacy.OPEN)?.field).toBe('privacy');
    expect(whyNotPrivacy(kofi, { ...source, discussionCount: 0 }, Privacy.OPEN)).toBeNull();
    expect(whyNotPrivacy(kofi, source, Privacy.CONFIDENTIAL)).toBeNull();
    expect(whyNotPrivacy(kofi, { ...source, strandId: 's' }, Privacy.CONFIDENTIAL)?.code).toBe('WRONG_STATE');
  });
});

test('the record says what changed, without ids', () => {
  const into = '5f8f3f0e-6f1c-4a53-9a35-0d5f0a4c8d11';
  expect(changesOf({ role: 'MEMBER', name: 'A' }, { role: 'STAFF', name: 'A', into })).toEqual([
    { name: 'role', before: 'MEMBER', after: 'STAFF' },
  ]);
  expect(changesOf(null, { verified: true })).toEqual([{ name: 'verified', before: null, after: 'true' }]);
});
