import { announce, event } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import type { Person } from './person.ts';
import type { Profile } from './profile.ts';

export const personChanged = event('person.changed');
export const profileChanged = event('profile.changed');
export const rightsChanged = event('rights.changed');

/** Tells everyone signed in: the name, role or mark of a person changed, or they were shut out. */
export function tellOfPerson(em: EntityManager, person: Person): void {
  announce(em, { stream: 'hub', kind: personChanged, subjectId: person.id, subjectVersion: person.version });
}

/** Tells the person's other pages. Nobody else: what they see of it differs. */
export function tellOfProfile(em: EntityManager, profile: Profile): void {
  const personId = profile.person.id;
  announce(em, {
    stream: `person:${personId}`,
    kind: profileChanged,
    subjectId: personId,
    subjectVersion: profile.version,
  });
}

/** Tells the server itself that somebody's rights moved, to one stream or to any: followers are authorised anew. */
export function tellOfRights(em: EntityManager, personId: string, stream: string | null = null): void {
  announce(em, {
    stream: 'access',
    kind: rightsChanged,
    subjectId: personId,
    subjectVersion: 1,
    ...(stream && { payload: { stream } }),
  });
}
