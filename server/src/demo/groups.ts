import type { Person } from '../people/person.ts';
import type { EntityManager } from '../platform/database.ts';
import { Group, Privacy } from '../strands/group.ts';
import { GroupStrand, Membership, MembershipRole, MembershipState } from '../strands/membership.ts';
import { Strand } from '../strands/strand.ts';
import type { DemoDays } from './days.ts';
import { demoPeople, named, type Cast } from './people.ts';
import type { DemoGroup } from './shape.ts';
import known from './groups.json' with { type: 'json' };

/** The strands and groups of the demo, and who belongs to each, by the group's slug. */
export interface DemoGroups {
  strands: Map<string, Strand>;
  groups: Map<string, Group>;
  members: Map<string, Person[]>;
}

export function seedGroups(em: EntityManager, cast: Cast, days: DemoDays): DemoGroups {
  const seeded: DemoGroups = { strands: new Map(), groups: new Map(), members: new Map() };
  for (const each of known.strands) {
    const group = keepGroup(em, seeded, cast, each, Privacy.OPEN, days);
    const strand = new Strand(group, each.position);
    seeded.strands.set(each.slug, strand);
    em.persist(strand);
  }
  for (const each of known.groups) {
    const group = keepGroup(em, seeded, cast, each, each.privacy as Privacy, days, each.members);
    for (const slug of each.strands) {
      const strand = seeded.strands.get(slug);
      if (strand) em.persist(new GroupStrand(group, strand));
    }
  }
  return seeded;
}

function keepGroup(
  em: EntityManager,
  seeded: DemoGroups,
  cast: Cast,
  { slug, name, purpose, lead }: DemoGroup,
  privacy: Privacy,
  days: DemoDays,
  members: string[] = [],
): Group {
  const group = new Group(slug, name, purpose, privacy);
  group.createdAt = days.past(-90);
  const joined = demoPeople.filter(({ strands, groups }) => strands.includes(slug) || groups.includes(slug));
  const keys = new Set([lead, ...members, ...joined.map(({ key }) => key)]);
  const people = [...keys].map((key) => named(cast, key));
  em.persist([group, ...people.map((person, at) => membershipOf(group, person, at === 0, days))]);
  group.memberCount = people.length;
  seeded.groups.set(slug, group);
  seeded.members.set(slug, people);
  return group;
}

function membershipOf(group: Group, person: Person, leads: boolean, days: DemoDays): Membership {
  const role = leads ? MembershipRole.LEAD : MembershipRole.MEMBER;
  const membership = new Membership(group, person, MembershipState.ACTIVE, role);
  membership.since = days.past(-50);
  return membership;
}
