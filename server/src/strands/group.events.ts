import { announce, event } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import type { Group } from './group.ts';
import type { Membership } from './membership.ts';

export const membershipChanged = event('membership.changed');
export const groupChanged = event('group.changed');
export const rightsChanged = event('rights.changed');

/**
 * Tells the group, the person's other pages and, since it moves what the person may read, the server
 * itself: followers are authorised anew before anything later is written to them.
 */
export function tellOfMembership(em: EntityManager, group: Group, membership: Membership): void {
  const personId = membership.person.id;
  const about = { subjectId: membership.id, subjectVersion: membership.version };
  announce(em, { stream: group.stream, kind: membershipChanged, ...about });
  announce(em, { stream: `person:${personId}`, kind: membershipChanged, ...about });
  announce(em, {
    stream: 'access',
    kind: rightsChanged,
    subjectId: personId,
    subjectVersion: 1,
    payload: { stream: group.stream },
  });
}
