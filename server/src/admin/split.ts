import { Person } from '../people/person.ts';
import type { Viewer } from '../people/viewer.ts';
import type { EntityManager } from '../platform/database.ts';
import type { Group } from '../strands/group.ts';
import { GroupStrand, Membership, MembershipRole, MembershipState } from '../strands/membership.ts';
import { Strand } from '../strands/strand.ts';
import { membershipMoved } from './admin.events.ts';

/** The new group belongs where the old one does: to the same strands, or to the strand whose home it came from. */
export async function placeIn(
  em: EntityManager,
  group: Group,
  source: Group,
  homeOf: string | null,
): Promise<void> {
  const places = await em.find(GroupStrand, { group: source }, { populate: ['strand'] });
  const strands = places.map(({ strand }) => strand.unwrap());
  if (homeOf) strands.push(await em.findOneOrFail(Strand, { id: homeOf }));
  for (const strand of strands) em.persist(new GroupStrand(group, strand));
}

/** The members chosen, each as they were; the lead who splits goes along when no other lead does. */
export async function takeAlong(
  em: EntityManager,
  viewer: Viewer,
  { source, group, members }: { source: Group; group: Group; members: Membership[] },
): Promise<void> {
  const { LEAD } = MembershipRole;
  const mine = await em.findOne(Membership, {
    group: source,
    person: viewer.id,
    state: MembershipState.ACTIVE,
  });
  const isLed = members.some(({ role }) => role === LEAD);
  const all = mine && !isLed ? [...members.filter((each) => each !== mine), mine] : members;
  for (const { person, role } of all) {
    const leads = mine && !isLed && person.id === mine.person.id;
    const place = new Membership(
      group,
      em.getReference(Person, person.id),
      MembershipState.ACTIVE,
      leads ? LEAD : role,
    );
    em.persist(place);
    membershipMoved(em, place);
  }
  group.memberCount = all.length;
}
