import { describe, expect, test } from 'vitest';
import { Person } from '../people/person.ts';
import { isOnHub } from './group.policy.ts';
import { Group, GroupState, Privacy } from './group.ts';
import { cleanName, slugFrom } from './group.words.ts';
import { Membership, MembershipRole, MembershipState } from './membership.ts';

test('a slug is the name in plain Latin, or a word where there is none', () => {
  const names = ['Oxygen & Safe Surgery', ' Éducation  médicale ', '護理教育', '---', 'a'.repeat(90)];
  expect(names.map(slugFrom)).toEqual([
    'oxygen-safe-surgery',
    'education-medicale',
    'group',
    'group',
    'a'.repeat(60),
  ]);
});

test('a name is one line, in one alphabet, and not about a patient', () => {
  expect(cleanName('Returned volunteers').problem).toBeNull();
  expect(cleanName('Retuгned').problem).toMatchObject({ code: 'NOT_ALLOWED_CHARACTERS', field: 'name' });
  expect(cleanName('999 000 0018').problem).toMatchObject({ code: 'PATIENT_DATA', field: 'name' });
});

test('the hub hears only of what everyone signed in knows of', () => {
  const { OPEN, RESTRICTED, PRIVATE, CONFIDENTIAL } = Privacy;
  const heard = (privacy: Privacy, state: GroupState) => isOnHub({ privacy, state });

  expect([OPEN, RESTRICTED, PRIVATE].every((privacy) => heard(privacy, GroupState.ACTIVE))).toBe(true);
  expect(heard(CONFIDENTIAL, GroupState.ACTIVE)).toBe(false);
  expect(heard(OPEN, GroupState.PROPOSED)).toBe(false);
});

describe('a membership', () => {
  const lead = () => {
    const group = new Group('g', 'G', 'For tests.');
    const person = new Person('Kofi', 'k@example.org', 'kofi');
    return new Membership(group, person, MembershipState.ACTIVE, MembershipRole.LEAD);
  };

  test('that ends takes the lead with it', () => {
    const membership = lead();
    expect(membership.become(MembershipState.LEFT)).toBe(true);
    expect(membership.become(MembershipState.ACTIVE)).toBe(true);
    expect([membership.role, membership.version]).toEqual([MembershipRole.MEMBER, 3]);
  });

  test('that does not change keeps its version', () => {
    const membership = lead();
    expect([membership.become(MembershipState.ACTIVE), membership.takePart(MembershipRole.LEAD)]).toEqual([
      false,
      false,
    ]);
    expect(membership.version).toBe(1);
  });
});
