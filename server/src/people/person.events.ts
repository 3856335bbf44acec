import { announce, event } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import type { Person } from './person.ts';
import type { Preferences } from './preferences.ts';
import type { Profile } from './profile.ts';

export const personChanged = event('person.changed');
export const profileChanged = event('profile.changed');
export const preferencesChanged = event('preferences.changed');
export const sessionEnded = event('session.ended');
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

/** Tells the person's other pages, which then look as chosen. */
export function tellOfPreferences(em: EntityManager, preferences: Preferences): void {
  const personId = preferences.person.id;
  announce(em, {
    stream: `person:${personId}`,
    kind: preferencesChanged,
    subjectId: personId,
    subjectVersion: preferences.version,
  });
}

/** Tells the person's other pages that a device of theirs was signed out, and the server itself. */
export function tellOfEnded(em: EntityManager, personId: string, sessionIds: string[]): void {
  const about = { stream: `person:${personId}`, kind: sessionEnded, subjectVersion: 2 };
  for (const subjectId of sessionIds) announce(em, { ...about, subjectId });
  if (sessionIds.length > 0) tellOfRights(em, personId);
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
