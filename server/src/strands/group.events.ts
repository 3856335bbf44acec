import { announce, event } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import { tellOfRights } from '../people/person.events.ts';
import { isOnHub } from './group.policy.ts';
import type { Group } from './group.ts';
import type { Membership } from './membership.ts';
import type { Strand } from './strand.ts';

export const membershipChanged = event('membership.changed');
export const groupChanged = event('group.changed');
export const strandChanged = event('strand.changed');

/**
 * Tells the group, the person's other pages and, since it moves what the person may read, the server
 * itself: followers are authorised anew before anything later is written to them.
 */
export function tellOfMembership(em: EntityManager, group: Group, membership: Membership): void {
  const personId = membership.person.id;
  const about = { subjectId: membership.id, subjectVersion: membership.version };
  announce(em, { stream: group.stream, kind: membershipChanged, ...about });
  announce(em, { stream: `person:${personId}`, kind: membershipChanged, ...about });
  tellOfRights(em, personId, group.stream);
}

/** Tells the group, and the hub if everyone signed in may read it. */
export function tellOfGroup(em: EntityManager, group: Group): void {
  const about = { kind: groupChanged, subjectId: group.id, subjectVersion: group.version };
  announce(em, { stream: group.stream, ...about });
  if (isOnHub(group)) announce(em, { stream: 'hub', ...about });
}

export function tellOfStrand(em: EntityManager, strand: Strand): void {
  announce(em, {
    stream: 'hub',
    kind: strandChanged,
    subjectId: strand.id,
    subjectVersion: strand.version,
  });
}
