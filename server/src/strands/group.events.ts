import { announce, event } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { rightsChanged, tellOfRights } from '../people/person.events.ts';
import { isOnHub } from './group.policy.ts';
import type { Group } from './group.ts';
import { MembershipState, type Membership } from './membership.ts';
import type { Strand } from './strand.ts';

export const membershipChanged = event('membership.changed');
export const groupChanged = event('group.changed');
export const groupMerged = event('group.merged');
export const strandChanged = event('strand.changed');

/**
 * Tells the group where somebody came or went, its leads, the person's other pages and, since it moves what the person
 * may read, the server itself: followers are authorised anew before anything later is written to them.
 */
export async function tellOfMembership(
  em: EntityManager,
  group: Group,
  membership: Membership,
  wasActive: boolean,
): Promise<void> {
  const personId = membership.person.id;
  const { id, version, state } = membership;
  const about = { kind: membershipChanged, subjectId: id, subjectVersion: version };
  if (wasActive || state === MembershipState.ACTIVE) announce(em, { stream: group.stream, ...about });
  for (const each of new Set([personId, ...(await leadsOf(em, group))]))
    announce(em, { stream: `person:${each}`, ...about });
  tellOfRights(em, personId, group.stream);
}

async function leadsOf(em: EntityManager, { id }: Group): Promise<string[]> {
  const found = await rows<{ id: string }>(
    em,
    sql`select person_id as id from membership where group_id = ${id} and state = 'ACTIVE' and role = 'LEAD' order by id`,
  );
  return found.map((lead) => lead.id);
}

/** Tells the group, and the hub if everyone signed in knows of it, or did until now. */
export function tellOfGroup(em: EntityManager, group: Group, wasOnHub = false): void {
  const about = { kind: groupChanged, subjectId: group.id, subjectVersion: group.version };
  announce(em, { stream: group.stream, ...about });
  if (isOnHub(group) || wasOnHub) announce(em, { stream: 'hub', ...about });
}

/** Tells the pages of staff, who say yes or no, that a group waits for it or no longer does. */
export async function tellOfProposal(em: EntityManager, group: Group): Promise<void> {
  const staff = await rows<{ id: string }>(
    em,
    sql`select id from person where role <> 'MEMBER' and suspended_at is null order by id`,
  );
  const about = { kind: groupChanged, subjectId: group.id, subjectVersion: group.version };
  for (const { id } of staff) announce(em, { stream: `person:${id}`, ...about });
}

/** Tells the server itself that other people may now read the group: its followers are authorised anew. */
export function tellOfReaders(em: EntityManager, group: Group): void {
  const payload = { stream: group.stream };
  const about = { subjectId: group.id, subjectVersion: group.version, payload };
  announce(em, { stream: 'access', kind: rightsChanged, ...about });
}

/** Both streams hear of it, and that of the first ends: whoever follows it is sent on. */
export function tellOfMerger(em: EntityManager, source: Group, target: Group): void {
  const about = (group: Group) => ({ subjectId: group.id, subjectVersion: group.version });
  announce(em, { stream: source.stream, kind: groupMerged, ...about(source), successor: target.stream });
  announce(em, { stream: target.stream, kind: groupMerged, ...about(target) });
  for (const group of [source, target]) {
    if (isOnHub(group)) announce(em, { stream: 'hub', kind: groupChanged, ...about(group) });
    tellOfReaders(em, group);
  }
}

export function tellOfStrand(em: EntityManager, strand: Strand): void {
  announce(em, {
    stream: 'hub',
    kind: strandChanged,
    subjectId: strand.id,
    subjectVersion: strand.version,
  });
}
