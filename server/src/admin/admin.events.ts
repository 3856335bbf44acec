import { discussionMoved } from '../discussions/discussion.events.ts';
import { announce } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import { membershipChanged } from '../strands/group.events.ts';
import type { Group } from '../strands/group.ts';
import type { Membership } from '../strands/membership.ts';

/** Tells the person's own pages. The group hears of everybody at once, by what happened to it. */
export function membershipMoved(em: EntityManager, membership: Membership): void {
  announce(em, {
    stream: `person:${membership.person.id}`,
    kind: membershipChanged,
    subjectId: membership.id,
    subjectVersion: membership.version,
  });
}

/** Tells the group they left, where they are gone from now on. */
export function tellOfMoved(em: EntityManager, from: Group, moved: { id: string; version: number }[]): void {
  for (const { id, version } of moved) {
    announce(em, { stream: from.stream, kind: discussionMoved, subjectId: id, subjectVersion: version });
  }
}
