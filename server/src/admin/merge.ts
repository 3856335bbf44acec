import { ref } from '@mikro-orm/core';
import { Person } from '../people/person.ts';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { tellOfMerger } from '../strands/group.events.ts';
import { GroupState, type Group } from '../strands/group.ts';
import { GroupStrand, Membership, MembershipState } from '../strands/membership.ts';
import { sendOn } from '../strands/old-address.ts';
import { membershipMoved } from './admin.events.ts';
import { united } from './merge.policy.ts';
import { moveDiscussions } from './move-talk.ts';

/** One group goes on in another: people, talk and addresses. Both rows are locked. */
export async function mergeInto(em: EntityManager, source: Group, target: Group): Promise<void> {
  await uniteMemberships(em, source, target);
  await moveDiscussions(em, source, target);
  await moveStrands(em, source, target);
  await rows(em, sql`update notification set group_id = ${target.id} where group_id = ${source.id}`);
  await rows(em, sql`update "group" set successor_id = ${target.id} where successor_id = ${source.id}`);
  await sendOn(em, { from: source.id, path: `groups/${source.slug}`, to: target.id });
  source.successor = ref(target);
  source.state = GroupState.ARCHIVED;
  for (const group of [source, target]) group.version += 1;
  tellOfMerger(em, source, target);
}

async function uniteMemberships(em: EntityManager, source: Group, target: Group): Promise<void> {
  const [theirs, ours] = [
    await em.find(Membership, { group: source }),
    await em.find(Membership, { group: target }),
  ];
  const here = new Map(ours.map((membership) => [membership.person.id, membership]));
  for (const there of theirs) {
    const twin = here.get(there.person.id);
    const { state, role } = united(there, twin ?? null);
    const person = em.getReference(Person, there.person.id);
    const place = twin ?? new Membership(target, person, MembershipState.LEFT);
    const moves = [place.become(state), place.takePart(role)].some(Boolean);
    em.persist(place);
    if (moves || !twin) membershipMoved(em, place);
    here.set(there.person.id, place);
    em.remove(there);
  }
  const members = [...here.values()].filter(({ state }) => state === MembershipState.ACTIVE);
  target.memberCount = members.length;
  source.memberCount = 0;
}

/** It belongs to the strands of both. */
async function moveStrands(em: EntityManager, source: Group, target: Group): Promise<void> {
  const [theirs, ours] = [
    await em.find(GroupStrand, { group: source }),
    await em.find(GroupStrand, { group: target }),
  ];
  const here = new Set(ours.map(({ strand }) => strand.id));
  for (const there of theirs) {
    if (!here.has(there.strand.id)) em.persist(new GroupStrand(target, there.strand.unwrap()));
    em.remove(there);
  }
}
